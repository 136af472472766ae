"use client";

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { ErrorSummary } from "#components/form/error-summary";
import { UploadField } from "#components/intake/upload-field";
import { Field } from "#components/ui/field";
import { useLanguage } from "#components/ui/language";
import { sendKept } from "#components/ui/send-form";
import { SubmitButton } from "#components/ui/submit-button";
import { Textarea } from "#components/ui/textarea";
import { idle } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";
import { localePath } from "#lib/i18n/paths";
import { fingerprintOf } from "#lib/intake/fingerprint";
import { lengthOf, TEXT_LIMIT } from "#lib/platform/text";
import { AskedThanks } from "./asked-thanks.tsx";
import { type AskAction, type Asking, useAsking } from "./asking.tsx";
import { CheckGiven } from "./check-given.tsx";
import { CheckLive } from "./check-live.tsx";
import type { CheckAction, CheckOutcome } from "./check-outcome.ts";
import { questionIn, useLiveMatches } from "./live-matches.ts";
import { MatchStatus } from "./match-answer.tsx";
import type { Badges } from "./match-props.ts";

type Props = {
  check: CheckAction;
  ask: AskAction;
  words: Pick<Messages["public"], "check" | "match"> & {
    uploads: Pick<Messages["uploads"], "field" | "cover">;
  };
  badges: Badges;
  /** What stands in the place of the box as long as nothing was asked. */
  instead?: ((asking: Asking) => ReactNode) | null | undefined;
  /** What follows the answer of the server: the report form, filled in. */
  follow?: (outcome: CheckOutcome, asking: Asking) => ReactNode;
};

/** The one box: paste a message, read under it what is known, while typing. Without scripts /check answers. */
export function CheckForm({ check, ask, words, badges, instead, follow }: Props) {
  const { locale } = useLanguage();
  const [state, submit] = useActionState(check, idle, localePath("/check", locale));
  const { outcome, result, refused } = state;
  const [corrected, setCorrected] = useState<unknown>(null);
  const live = useLiveMatches();
  const asking = useAsking(ask);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wantsAnswer = useRef(false);
  const { ask: askLive } = live;

  // What was typed before the scripts had loaded is asked as well.
  const isAnswered = outcome !== null || result !== null;
  useEffect(() => {
    if (form.current && !isAnswered) askLive(questionIn(form.current));
  }, [askLive, isAnswered]);
  // Whoever pressed the button is led to the answer; nobody who types is.
  useEffect(() => {
    if (!wantsAnswer.current || live.isAsking) return;
    wantsAnswer.current = false;
    heading.current?.focus();
  }, [live.isAsking]);

  const watch = (event: FormEvent<HTMLFormElement>) => {
    if ("isComposing" in event.nativeEvent && event.nativeEvent.isComposing) return;
    asking.renew();
    live.ask(questionIn(event.currentTarget));
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    const asked = questionIn(event.currentTarget);
    const length = lengthOf((asked.text ?? "").trim());
    // What cannot be asked is explained by the server.
    if ((length === 0 && !asked.uploadIds?.length) || length > TEXT_LIMIT) return sendKept(submit)(event);
    event.preventDefault();
    setCorrected(state);
    asking.renew();
    if (live.matches && live.asked === fingerprintOf(asked)) heading.current?.focus();
    else {
      wantsAnswer.current = true;
      live.ask(asked, "now");
    }
  };

  const thanks = asking.counted ? <AskedThanks counted={asking.counted} words={words.match} /> : null;
  if (instead && !outcome && !result) return thanks ?? instead(asking);
  const typed = outcome?.text ?? text(result?.initialValue?.text);
  const error = corrected === state ? undefined : problemOf(refused, result?.error?.text, words.check);
  const readBox = () => (form.current ? questionIn(form.current) : {});
  const list = { words: words.match, badges, asking };
  const isLive = live.matches !== null || live.isDown;
  return (
    <>
      {error ? (
        <div className="measure mb-6">
          <ErrorSummary problems={[{ fieldId: "check-text", message: error }]} />
        </div>
      ) : null}
      <form
        ref={form}
        action={submit}
        onSubmit={send}
        onInput={watch}
        onCompositionStart={live.hold}
        onCompositionEnd={watch}
        className="measure"
      >
        <input type="hidden" name="locale" value={locale} />
        <Field id="check-text" label={words.check.label} hint={words.check.hint} error={error} large>
          {(control) => (
            <Textarea
              {...control}
              name="text"
              rows={4}
              defaultValue={typed}
              placeholder={words.check.placeholder}
            />
          )}
        </Field>
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <SubmitButton size="lg">{words.check.submit}</SubmitButton>
          <p className="text-ink-soft text-sm">{words.check.privacy}</p>
        </div>
        <MatchStatus {...live} words={words.match} />
        {thanks ?? (isLive ? <CheckLive live={live} heading={heading} readBox={readBox} {...list} /> : null)}
        {outcome ? null : (
          <div className="mt-8">
            <UploadField words={words.uploads} />
          </div>
        )}
      </form>
      {asking.form(outcome?.reportKey ?? "")}
      {outcome && !thanks && !isLive ? (
        <>
          <CheckGiven outcome={outcome} {...list} />
          {follow?.(outcome, asking)}
        </>
      ) : null}
    </>
  );
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function problemOf(
  refused: string | null,
  codes: readonly string[] | null | undefined,
  words: Messages["public"]["check"],
): string | undefined {
  if (refused) return words.refused;
  if (!codes) return undefined;
  return codes.includes("tooLong") ? words.tooLong : words.empty;
}
