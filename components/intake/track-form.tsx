"use client";

import { useEffect } from "react";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { controlsOf, fillControls } from "#components/form/keep.ts";
import { useForm } from "#components/form/use-form.ts";
import { useLanguage } from "#components/ui/language";
import type { Messages } from "#lib/i18n/messages";
import type { FormAction } from "#lib/web/form";
import { scannedReceipt } from "./scanned-receipt.ts";

type Props = { action: FormAction<never>; words: Messages["report"]["track"]["form"] };

/**
 * Asks for the receipt; a wrong one and one that never existed get the same words, a part of one is told what is missing,
 * and what was typed stays in the field.
 */
export function TrackForm({ action, words }: Props) {
  const { locale } = useLanguage();
  const form = useForm(action, {
    id: "track",
    labels: { receipt: words.label },
    words: {
      problems: { required: words.empty, short: words.short, invalid: words.unknown },
      refusals: { other: { detail: words.refused } },
    },
  });
  const { ref } = form;
  // A receipt that was photographed stands behind the #; it stays neither in the address nor in the history.
  useEffect(() => {
    const receipt = scannedReceipt();
    if (!receipt || !ref.current) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    fillControls(
      ref.current,
      controlsOf(ref.current).filter(({ name }) => name === "receipt"),
      { receipt: [receipt] },
    );
    ref.current.requestSubmit();
  }, [ref]);
  return (
    <Form form={form} hidden={{ locale }} submit={words.submit} size="lg" className="measure space-y-5">
      <TextField
        form={form}
        name="receipt"
        hint={words.hint}
        large
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono sm:tracking-wider"
        widthInHan={20}
      />
    </Form>
  );
}
