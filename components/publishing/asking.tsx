"use client";

import { type ReactNode, useRef, useState } from "react";
import { useForm } from "#components/form/use-form.ts";
import type { CountedAsking } from "#lib/claims/reports/count-asking";
import type { FormAction } from "#lib/web/form";

export type AskAction = FormAction<CountedAsking>;

/** "This answers me": counts the asker at a claim. */
export type Asking = {
  /** The form that the buttons belong to, outside of any other form; the key names it where there are no scripts. */
  form: (key: string) => ReactNode;
  formId: string;
  /** What was counted, until something else is asked. */
  counted: CountedAsking | null;
  isRefused: boolean;
  isPending: boolean;
  /** Something else is asked: it can be counted too. */
  renew: () => void;
};

/** What became of it is said where the buttons are. */
const unspoken = { problems: { invalid: "" }, refusals: { other: { detail: "" } } };

/** A form that counts once for everything that is asked. */
export function useAsking(action: AskAction): Asking {
  const [left, setLeft] = useState<CountedAsking | null>(null);
  const key = useRef("");
  const form = useForm(action, {
    words: unspoken,
    onSend: (formData) => {
      key.current ||= (left === null && String(formData.get("key"))) || newKey();
      formData.set("key", key.current);
      return true;
    },
  });
  const { state, isPending } = form;
  return {
    form: (firstKey) => (
      <form id={form.id} {...form.props}>
        <input type="hidden" name="key" value={firstKey} />
      </form>
    ),
    formId: form.id,
    counted: state.outcome === left ? null : state.outcome,
    isRefused: state.refused !== null,
    isPending,
    renew: () => {
      if (!state.outcome || state.outcome === left) return;
      setLeft(state.outcome);
      key.current = "";
    },
  };
}

/** A random uuid, also where `crypto.randomUUID` is missing: on old phones and on addresses without encryption. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
