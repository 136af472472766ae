"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, ChoiceField, SelectField, TextField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import { Kbd } from "#components/ui/kbd";
import { Options } from "#components/ui/options";
import { useScripted } from "#components/ui/scripted.ts";
import { SubmitButton } from "#components/ui/submit-button";
import { otherChannels } from "#lib/claims/status";
import type { ClosingChoice } from "#lib/desk/closing-choices";
import { urgencies } from "#lib/reference/urgency";

type Name = "claims" | "closing" | "channel" | "answeredBy" | "note" | "intoNumber" | "reason" | "urgency";
type Props = { form: FormOf<Name>; isApart: boolean; closings: readonly ClosingChoice[] };

/** What the fields of a decision about many are called. */
export function useBulkLabels(): Record<Name, string> {
  const t = useTranslations("desk.bulk");
  const [close, merge] = [useTranslations("desk.close"), useTranslations("desk.merge")];
  return {
    claims: t("claims"),
    closing: close("reason"),
    channel: close("channel"),
    answeredBy: close("answeredBy"),
    note: close("note"),
    intoNumber: merge("number"),
    reason: merge("reason"),
    urgency: t("urgency"),
  };
}

/** What can be decided about many claims at once: at once by one press, or with what it needs besides. */
export function BulkDecisions({ form, isApart, closings }: Props) {
  const t = useTranslations("desk.bulk");
  const urgencyWords = useTranslations("labels.urgency");
  return (
    <div className="items-start lg:grid lg:grid-cols-3 lg:gap-x-6 elder:block">
      <div className="mb-3 col-span-full flex flex-wrap gap-2">
        {isApart ? <Decide decision="release" shortcut="p" /> : null}
        <Decide decision="accept" shortcut="a" isSecond={isApart} />
        {isApart ? null : <Decide decision="route" shortcut="r" isSecond />}
      </div>
      <Disclosure
        title={t("decide.close")}
        shortcut="c"
        name="bulk"
        open={isWrong(form, ["closing", "channel", "answeredBy", "note"])}
      >
        <CloseFields form={form} isApart={isApart} closings={closings} />
      </Disclosure>
      <Disclosure
        title={t("decide.merge")}
        shortcut="m"
        name="bulk"
        open={isWrong(form, ["intoNumber", "reason"])}
      >
        <div className="space-y-4">
          <TextField form={form} name="intoNumber" inputMode="numeric" />
          <TextField form={form} name="reason" initial={t("mergeReason")} />
          <Decide decision="merge" />
        </div>
      </Disclosure>
      <Disclosure title={t("decide.urgency")} shortcut="t" name="bulk" open={isWrong(form, ["urgency"])}>
        <div className="space-y-4">
          <SelectField form={form} name="urgency" initial="P1">
            <Options values={urgencies} word={urgencyWords} />
          </SelectField>
          <Decide decision="urgency" />
        </div>
      </Disclosure>
    </div>
  );
}

const isWrong = ({ state }: FormOf, names: readonly Name[]): boolean =>
  names.some((name) => state.errors[name] !== undefined);

type DecideProps = {
  decision: "accept" | "route" | "close" | "merge" | "release" | "urgency";
  shortcut?: string;
  isSecond?: boolean;
};

function Decide({ decision, shortcut, isSecond = false }: DecideProps) {
  const t = useTranslations("desk.bulk");
  return (
    <SubmitButton
      size="sm"
      variant={isSecond ? "secondary" : "primary"}
      name="decision"
      value={decision}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
    >
      {t(`submit.${decision}`)}
      {shortcut ? (
        <span aria-hidden className="ms-2">
          <Kbd>{shortcut}</Kbd>
        </span>
      ) : null}
    </SubmitButton>
  );
}

/** How they end, and what those who asked read; left empty, it is the text of the closing in their language. */
function CloseFields({ form, isApart, closings }: Props) {
  const t = useTranslations("desk.close");
  const bulk = useTranslations("desk.bulk");
  const statuses = useTranslations("labels.claimStatus");
  const channels = useTranslations("labels.channelName");
  const isScripted = useScripted();
  const first = form.field("closing", isApart ? "too-vague" : undefined).values[0];
  const [chosen, setChosen] = useState(first);
  useEffect(() => {
    const sent = form.ref.current;
    const forget = () => setChosen(first);
    sent?.addEventListener("reset", forget);
    return () => sent?.removeEventListener("reset", forget);
  }, [form.ref, first]);
  const said = isScripted ? closings.find(({ closing }) => closing === chosen) : undefined;
  const needs = (closing: string) => !isScripted || chosen === closing;
  return (
    <div className="space-y-4">
      <div
        onChange={({ target }) => {
          if (target instanceof HTMLInputElement) setChosen(target.value);
        }}
      >
        <ChoiceField
          form={form}
          name="closing"
          initial={first}
          options={closings.map(({ closing, spelling }) => ({
            value: closing,
            label: statuses(closing),
            spelling,
          }))}
        />
      </div>
      {/* There before it says anything, so that it is read out. */}
      <div aria-live="polite" className="text-sm empty:hidden">
        {said ? (
          <>
            <p className="text-ink-soft">{bulk("usual")}</p>
            <blockquote className="border-line-strong border-s-3 ps-3">{said.text}</blockquote>
          </>
        ) : null}
      </div>
      {needs("answered") ? (
        <TextField form={form} name="answeredBy" hint={t("answeredByHint")} optional={!isScripted} />
      ) : null}
      {needs("other-channel") ? (
        <SelectField form={form} name="channel" optional={!isScripted}>
          <option value="">{t("choose")}</option>
          <Options values={otherChannels} word={channels} />
        </SelectField>
      ) : null}
      <AreaField form={form} name="note" hint={bulk("noteHint")} optional />
      <Decide decision="close" />
    </div>
  );
}
