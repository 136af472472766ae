"use client";

import { type RefObject, useEffect, useState } from "react";
import {
  controlsOf,
  fillControls,
  findTyped,
  forgetTyped,
  isTyped,
  keepTyped,
} from "#components/form/keep.ts";
import { Button } from "#components/ui/button";
import type { Messages } from "#lib/i18n/messages";
import { typedIn } from "#lib/web/form";
import { carryFiles } from "./carried-files.tsx";
import { DRAFT_KEPT, DRAFT_KEY } from "./draft-key.ts";

/** A contact is never kept: it is the reader's own, and the next one at this device may be somebody else. */
const keptNames = ["text", "links", "seenOn", "seenAt", "division", "topic", "note"];

type Props = { form: RefObject<HTMLFormElement | null>; words: Messages["report"]["form"]["draft"] };

/** Keeps what is typed in this browser until it is sent, or for an hour, so that it survives a reload or a lost network; files for the tab. */
export function KeepDraft({ form, words }: Props) {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    setRestored(restore(current));
    const keep = () => {
      const { uploadIds = [], ...others } = typedIn(new FormData(current));
      const typed = Object.entries(others);
      carryFiles(uploadIds);
      keepTyped(DRAFT_KEY, Object.fromEntries(typed.filter(([name]) => keptNames.includes(name))));
    };
    if (keptControls(current).some(isTyped)) keep();
    current.addEventListener("input", keep);
    return () => current.removeEventListener("input", keep);
  }, [form]);
  const forget = () => {
    if (form.current) fillControls(form.current, keptControls(form.current), {});
    forgetTyped(DRAFT_KEY);
    setRestored(false);
  };
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 text-ink-soft text-sm">
      {restored ? (
        <>
          {words.restored}
          <Button variant="quiet" size="sm" onClick={forget}>
            {words.forget}
          </Button>
        </>
      ) : null}
    </p>
  );
}

const keptControls = (form: HTMLFormElement) =>
  controlsOf(form).filter(({ name }) => keptNames.includes(name));

/** Fills only what is empty: what the server sent back is newer. */
function restore(form: HTMLFormElement): boolean {
  const typed = findTyped(DRAFT_KEY, "browser", DRAFT_KEPT)?.typed ?? {};
  const controls = keptControls(form);
  const asked = controls.find(({ name }) => name === "text")?.value;
  // A draft of another report stays what it is.
  if (asked && asked !== typed.text?.[0]) return false;
  const empty = controls.filter(({ name, value }) => value === "" && typed[name]?.[0]);
  if (empty.length > 0) fillControls(form, empty, typed);
  return empty.length > 0;
}
