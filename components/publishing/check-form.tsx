"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { draftKey } from "#components/intake/draft-key";
import { ButtonLink } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { Field } from "#components/ui/field";
import { useLanguage } from "#components/ui/language";
import { SubmitButton } from "#components/ui/submit-button";
import { Textarea } from "#components/ui/textarea";
import { type ActionState, idle } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";
import { localePath } from "#lib/i18n/paths";
import type { Match } from "#lib/publishing/find-matches";
import { type Badges, MatchList } from "./match-list.tsx";

/** What was asked and what is known about it; the key is the new report's, should it become one. */
export type CheckOutcome = { text: string; matches: Match[]; reportKey: string };
export type CheckAction = (
  previous: ActionState<CheckOutcome>,
  formData: FormData,
) => Promise<ActionState<CheckOutcome>>;

type Props = {
  action: CheckAction;
  words: Messages["public"]["check"];
  badges: Badges;
  /** What stands in the place of the box as long as nothing was asked. */
  instead?: ReactNode;
  /** What follows an answer: the report form, filled in. Without it a link leads there. */
  follow?: (outcome: CheckOutcome) => ReactNode;
};

/** The one box: paste a message, read under it what is known. Without scripts /check answers. */
export function CheckForm({ action, words, badges, instead, follow }: Props) {
  const { locale } = useLanguage();
  const [state, submit] = useActionState(action, idle, localePath("/check", locale));
  const { outcome, result, refused } = state;
  const typed = outcome?.text ?? text(result?.initialValue?.text);
  const error = refused ? words.refused : result?.error?.text ? wrong(result.error.text, words) : undefined;
  if (instead && !outcome && !result) return instead;
  return (
    <>
      {error ? (
        <div className="measure mb-6">
          <ErrorSummary problems={[{ fieldId: "check-text", message: error }]} />
        </div>
      ) : null}
      <form action={submit} className="measure">
        <Field id="check-text" label={words.label} hint={words.hint} error={error} large>
          {(control) => (
            <Textarea
              {...control}
              name="text"
              rows={4}
              defaultValue={typed}
              placeholder={words.placeholder}
            />
          )}
        </Field>
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <SubmitButton size="lg">{words.submit}</SubmitButton>
          <p className="text-ink-soft text-sm">{words.privacy}</p>
        </div>
      </form>
      {outcome ? <Answer outcome={outcome} words={words} badges={badges} follow={follow} /> : null}
    </>
  );
}

type AnswerProps = Pick<Props, "words" | "badges"> & {
  outcome: CheckOutcome;
  follow: Props["follow"] | undefined;
};

function Answer({ outcome, words, badges, follow }: AnswerProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Each new answer takes the focus, so that it is read aloud.
  useEffect(() => {
    if (outcome) heading.current?.focus();
  }, [outcome]);
  const found = outcome.matches.length > 0;
  return (
    <section aria-labelledby="answer" className="measure mt-8">
      <h2 id="answer" ref={heading} tabIndex={-1} className="text-xl">
        {found ? words.foundTitle : words.nothingTitle}
      </h2>
      <p className="mt-1 mb-4 text-ink-soft">{found ? words.foundText : words.nothingText}</p>
      {found ? <MatchList matches={outcome.matches} badges={badges} /> : null}
      {follow ? follow(outcome) : <ReportLink text={outcome.text} words={words} found={found} />}
    </section>
  );
}

/** Takes what was typed along to the report form, in this browser and never in an address. */
function ReportLink({ text: typed, words, found }: { text: string; words: Props["words"]; found: boolean }) {
  const keep = () => localStorage.setItem(draftKey, JSON.stringify({ text: typed }));
  return (
    <p className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
      {found ? <span>{words.noneOfThese}</span> : null}
      <ButtonLink href="/report" variant={found ? "secondary" : "primary"} onClick={keep}>
        {words.report}
      </ButtonLink>
    </p>
  );
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const wrong = (codes: readonly string[], words: Props["words"]): string =>
  codes.includes("tooLong") ? words.tooLong : words.empty;
