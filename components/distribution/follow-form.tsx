"use client";

import { startTransition, useActionState } from "react";
import { ErrorSummary } from "#components/form/error-summary";
import { ProofOfWork } from "#components/intake/proof-of-work";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { useLanguage } from "#components/ui/language";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type ActionState, idle } from "#lib/access/action-state";
import { feedHrefs } from "#lib/i18n/addresses";
import type { Messages } from "#lib/i18n/messages";
import { PushButton } from "./push-button.tsx";

type Outcome = { ok: true; by: "email" | "push" } | { ok: false; reason: "NOT_FOLLOWABLE" | "NOT_POSSIBLE" };
type FollowState = ActionState<Outcome>;
export type FollowAction = (previous: FollowState, formData: FormData) => Promise<FollowState>;

type Words = Messages["talk"]["follow"];

type Props = {
  action: FollowAction;
  /** What the form carries besides the way to tell. */
  hidden: Readonly<Record<string, string>>;
  words: Words;
  /** Whether this site can send letters. */
  hasMail: boolean;
  /** By which the browser's push service knows this site. */
  pushKey: string;
  proofWords: Messages["guard"]["proof"];
};

const ID = "follow-email";

/** Asks to be told by e-mail, which works without scripts, or by this browser. */
export function FollowForm({ action, hidden, words, hasMail, pushKey, proofWords }: Props) {
  const { locale } = useLanguage();
  const [state, submit] = useActionState(action, idle);
  const { outcome, result } = state;
  const typed = result?.initialValue?.email;
  const error = problemOf(state, words);
  const carried = { ...hidden, locale };
  const subscribe = (subscription: string) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...carried, subscription })) data.set(name, value);
    startTransition(() => submit(data));
  };
  return (
    <div className="space-y-5">
      {outcome?.ok && outcome.by === "email" ? <Notice tone="success">{words.sent}</Notice> : null}
      {hasMail ? (
        <form action={submit} className="space-y-4">
          <ErrorSummary problems={error ? [{ fieldId: ID, message: error }] : []} />
          {Object.entries(carried).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Field id={ID} label={words.email.label} hint={words.email.hint} error={error}>
            {(control) => (
              <Input
                {...control}
                name="email"
                type="text"
                inputMode="email"
                autoComplete="email"
                widthInHan={20}
                defaultValue={typeof typed === "string" ? typed : ""}
              />
            )}
          </Field>
          <ProofOfWork form="follow" words={proofWords} attempt={state} />
          <SubmitButton>{words.email.submit}</SubmitButton>
        </form>
      ) : (
        <>
          {error ? (
            <Notice tone="warning" live="alert">
              {error}
            </Notice>
          ) : null}
          <p>
            {words.none} <a href={feedHrefs.rss}>{words.feed}</a>
          </p>
        </>
      )}
      <PushButton
        pushKey={pushKey}
        words={words}
        isOn={outcome?.ok === true && outcome.by === "push"}
        subscribe={subscribe}
        hasMail={hasMail}
      />
      <p className="text-ink-soft text-sm leading-relaxed">{words.privacy}</p>
    </div>
  );
}

function problemOf({ outcome, result, refused }: FollowState, words: Words): string | undefined {
  if (refused && refused !== "VALIDATION") return words.refused;
  if (outcome?.ok === false) {
    return outcome.reason === "NOT_FOLLOWABLE" ? words.gone : words.notPossible;
  }
  if (!result?.error) return undefined;
  const code = result.error.email?.[0];
  const { problems } = words;
  return code && code in problems ? problems[code as keyof typeof problems] : problems.invalid;
}
