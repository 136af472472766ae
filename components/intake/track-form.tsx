"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/form/error-summary";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { useLanguage } from "#components/ui/language";
import { SubmitButton } from "#components/ui/submit-button";
import { type ActionState, idle } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";

type TrackState = ActionState<{ ok: false; receipt: string }>;
type Props = {
  action: (previous: TrackState, formData: FormData) => Promise<TrackState>;
  words: Messages["report"]["track"]["form"];
};

/** Asks for the receipt; a wrong one and one that never existed get the same words, and it stays in the field. */
export function TrackForm({ action, words }: Props) {
  const { locale } = useLanguage();
  const [{ outcome, result, refused }, submit] = useActionState(action, idle);
  const sent = result?.initialValue?.receipt;
  const typed = outcome?.receipt ?? (typeof sent === "string" ? sent : "");
  const error = refused ? words.refused : outcome ? words.unknown : result?.error ? words.empty : undefined;
  return (
    <form action={submit} className="measure space-y-5">
      <ErrorSummary problems={error ? [{ fieldId: "track-receipt", message: error }] : []} />
      <input type="hidden" name="locale" value={locale} />
      <Field id="track-receipt" label={words.label} hint={words.hint} error={error} large>
        {(control) => (
          <Input
            {...control}
            name="receipt"
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="font-mono sm:tracking-wider"
            widthInHan={20}
          />
        )}
      </Field>
      <SubmitButton size="lg">{words.submit}</SubmitButton>
    </form>
  );
}
