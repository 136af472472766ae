"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { Messages } from "#lib/i18n/messages";
import { draftKey, keepDraft } from "./draft-key.ts";

/** A contact is never kept: it is the reader's own, and the next one at this device may be somebody else. */
const keptNames = ["text", "links", "seenOn", "seenAt", "division", "topic", "note"];

type Props = {
  formId: string;
  words: Messages["report"]["form"]["draft"];
  children: (forget: () => void) => ReactNode;
};

/** Keeps what is typed in this browser until it is sent, so that it survives a reload or a lost network. */
export function KeepDraft({ formId, words, children }: Props) {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    setRestored(restore(form));
    const keep = () => keepDraft(read(form));
    form.addEventListener("input", keep);
    return () => form.removeEventListener("input", keep);
  }, [formId]);
  const forget = () => {
    const form = document.getElementById(formId);
    for (const control of controlsOf(form)) control.value = "";
    // Whoever listens to what is typed hears of it.
    form?.dispatchEvent(new Event("input", { bubbles: true }));
    localStorage.removeItem(draftKey);
    setRestored(false);
  };
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 text-ink-soft text-sm">
      {restored ? words.restored : null}
      {restored ? children(forget) : null}
    </p>
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsOf = (form: Element | null): Control[] =>
  keptNames.flatMap((name) => form?.querySelector<Control>(`[name="${name}"]`) ?? []);

const read = (form: HTMLFormElement) =>
  Object.fromEntries(controlsOf(form).map(({ name, value }) => [name, value]));

/** Fills only what is empty: what the server sent back is newer. */
function restore(form: HTMLFormElement): boolean {
  const kept: unknown = JSON.parse(localStorage.getItem(draftKey) ?? "{}");
  if (typeof kept !== "object" || kept === null) return false;
  const values = new Map(Object.entries(kept));
  const controls = controlsOf(form);
  const asked = controls.find(({ name }) => name === "text")?.value;
  // A draft of another report stays what it is.
  if (asked && asked !== values.get("text")) return false;
  let any = false;
  for (const control of controls) {
    const value: unknown = values.get(control.name);
    if (control.value !== "" || typeof value !== "string" || value === "") continue;
    control.value = value;
    any = true;
  }
  return any;
}
