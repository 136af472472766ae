"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, ChoiceField, SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { type FormOf, useForm } from "#components/form/use-form.ts";
import { Options } from "#components/ui/options";
import { useScripted } from "#components/ui/scripted.ts";
import type { SuggestedClaim } from "#lib/claims/reports/list-suggestions";
import { otherChannels } from "#lib/claims/status";
import type { ClosingGuess } from "#lib/claims/suggest-closing";
import type { ClosingChoice } from "#lib/desk/closing-choices";
import type { FormAction } from "#lib/web/form";

type Props = {
  action: FormAction;
  claimId: string;
  version: number;
  closings: readonly ClosingChoice[];
  similar: readonly SuggestedClaim[];
  guess: ClosingGuess | null;
};

/** Ends a claim without a notice: what it is, and a kind text that those who asked read, ready to be edited. */
export function CloseForm({ action, claimId, version, closings, similar, guess }: Props) {
  const t = useTranslations("desk.close");
  const labels = useTranslations("labels");
  const form = useForm(action, {
    version,
    labels: {
      closing: t("reason"),
      answeredBy: t("answeredBy"),
      channel: t("channel"),
      note: t("note"),
    },
  });
  const [chosen, setChosen] = useState(form.field("closing").values[0]);
  const isScripted = useScripted();

  const choose = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    setChosen(target.value);
    const note = form.ref.current?.elements.namedItem("note");
    if (!(note instanceof HTMLTextAreaElement)) return;
    // What somebody has written themselves stays.
    if (note.value.trim() !== "" && closings.every(({ text }) => text !== note.value)) return;
    note.value = closings.find(({ closing }) => closing === target.value)?.text ?? "";
  };
  // Without scripts, whatever any of them needs is there.
  const needs = (closing: ClosingChoice["closing"]) => !isScripted || chosen === closing;
  // Seen while the form is folded away, or nobody would look for it there.
  const title = (
    <>
      {t("title")}
      {guess ? (
        <span className="block font-normal text-ink-soft text-sm">
          {t(guess.quote === null ? "guess.vague" : "guess.said", {
            closing: labels(`claimStatus.${guess.closing}`),
            channel: guess.channel ?? "no",
            quote: guess.quote ?? "",
          })}
        </span>
      ) : null}
    </>
  );
  return (
    <Disclosure title={title} shortcut="c" open={form.isRefused} name="decision">
      <p className="mb-2 text-ink-soft text-sm">{t("hint")}</p>
      <Form form={form} hidden={{ claimId }} submit={t("submit")}>
        <div onChange={choose}>
          <ChoiceField
            form={form}
            name="closing"
            options={closings.map(({ closing, spelling }) => ({
              value: closing,
              label: labels(`claimStatus.${closing}`),
              spelling,
            }))}
          />
        </div>
        {needs("answered") ? <AnswerField form={form} similar={similar} /> : null}
        {needs("other-channel") ? (
          <SelectField form={form} name="channel">
            <option value="">{t("choose")}</option>
            <Options values={otherChannels} word={(channel) => labels(`channelName.${channel}`)} />
          </SelectField>
        ) : null}
        <AreaField form={form} name="note" hint={t("noteHint")} rows={5} optional={!isScripted} />
      </Form>
    </Disclosure>
  );
}

type AnswerProps = Pick<Props, "similar"> & { form: FormOf<"answeredBy"> };

/** The published notice that answers the claim: those that share words with it, or any other by its address. */
function AnswerField({ form, similar }: AnswerProps) {
  const t = useTranslations("desk.close");
  const notices = similar.flatMap(({ debunk }) => debunk ?? []);
  return (
    <>
      <TextField
        form={form}
        name="answeredBy"
        hint={t("answeredByHint")}
        list="notices"
        initial={notices[0]?.slug}
      />
      <datalist id="notices">
        {notices.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </datalist>
    </>
  );
}
