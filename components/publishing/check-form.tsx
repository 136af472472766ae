"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { AreaField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { CarriedFiles } from "#components/intake/carried-files";
import { BOX_KEY } from "#components/intake/draft-key.ts";
import { UploadField } from "#components/intake/upload-field";
import { useLanguage } from "#components/ui/language";
import { SubmitButton } from "#components/ui/submit-button";
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
import { useKeptBox } from "./use-kept-box.ts";

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
  const live = useLiveMatches();
  const asking = useAsking(ask);
  const heading = useRef<HTMLHeadingElement>(null);
  const wantsAnswer = useRef(false);
  const { ask: askLive } = live;
  const form = useForm(check, {
    id: "check",
    labels: { text: words.check.label },
    words: {
      problems: {
        tooLong: words.check.tooLong,
        receiptInText: words.check.receiptInText,
        invalid: words.check.empty,
      },
      refusals: { other: { detail: words.check.refused } },
    },
    permalink: localePath("/check", locale),
    // What cannot be asked is explained by the server.
    onSend: (_, { currentTarget }) => {
      const asked = questionIn(currentTarget);
      const length = lengthOf((asked.text ?? "").trim());
      if ((length === 0 && !asked.uploadIds?.length) || length > TEXT_LIMIT) return true;
      asking.renew();
      if (live.matches && live.asked === fingerprintOf(asked)) heading.current?.focus();
      else {
        wantsAnswer.current = true;
        live.ask(asked, "now");
      }
      return false;
    },
  });
  const { ref, isSent, state } = form;
  const { outcome } = state;
  useKeptBox(ref, asking.counted !== null);

  // What was typed before the scripts had loaded is asked as well.
  useEffect(() => {
    if (ref.current && !isSent) askLive(questionIn(ref.current));
  }, [askLive, ref, isSent]);
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
  const thanks = asking.counted ? <AskedThanks counted={asking.counted} words={words.match} /> : null;
  if (instead && !isSent) return thanks ?? instead(asking);
  const readBox = () => (ref.current ? questionIn(ref.current) : {});
  const list = { words: words.match, badges, asking };
  const isLive = live.matches !== null || live.isDown;
  return (
    <>
      <Form
        form={form}
        hidden={{ locale }}
        wakes={[BOX_KEY]}
        size="lg"
        className="measure space-y-3"
        onInput={watch}
        onCompositionStart={live.hold}
        onCompositionEnd={watch}
      >
        <AreaField
          form={form}
          name="text"
          hint={words.check.hint}
          initial={outcome?.text}
          rows={4}
          limit={TEXT_LIMIT}
          placeholder={words.check.placeholder}
          large
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <SubmitButton size="lg">{words.check.submit}</SubmitButton>
          <p className="text-ink-soft text-sm">{words.check.privacy}</p>
        </div>
        <MatchStatus {...live} words={words.match} />
        {thanks ?? (isLive ? <CheckLive live={live} heading={heading} readBox={readBox} {...list} /> : null)}
        {outcome ? null : (
          <div className="pt-5">
            <CarriedFiles
              from={BOX_KEY}
              words={{ carried: words.uploads.field.attached, remove: words.uploads.field.remove }}
            />
            <UploadField words={words.uploads} />
          </div>
        )}
      </Form>
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
