"use client";

import { type FormEvent, useEffect } from "react";
import { renewalKey } from "#components/form/after-renewal.ts";
import { AreaField } from "#components/form/fields";
import { Form } from "#components/form/form";
import type { Asking } from "#components/publishing/asking";
import { questionIn } from "#components/publishing/live-matches.ts";
import { useLanguage } from "#components/ui/language";
import { SubmitButton } from "#components/ui/submit-button";
import type { ReportFiles } from "#lib/intake/report-files";
import { TEXT_LIMIT } from "#lib/platform/text";
import { CarriedFiles, FILES_KEY } from "./carried-files.tsx";
import { DRAFT_KEY } from "./draft-key.ts";
import { KeepDraft } from "./keep-draft.tsx";
import { ProofOfWork } from "./proof-of-work.tsx";
import { ReportDetails } from "./report-details.tsx";
import { ReportLive } from "./report-live.tsx";
import type { ReportParts } from "./report-state.ts";
import { ReportStep } from "./report-step.tsx";
import { UploadField } from "./upload-field.tsx";
import type { Report } from "./use-report.ts";

type Props = {
  parts: ReportParts;
  report: Report;
  asking: Asking;
  /** Names this one report, however often it is sent. */
  reportKey: string;
  text?: string;
  /** The question whose answers the sender has seen. */
  checked?: string;
  /** Files that were sent from a page without scripts. */
  attached?: ReportFiles;
};

/** The report on one page: only the claim is needed, as a text or as a link. What is known about it shows while typing. */
export function ReportForm({ parts, report, asking, reportKey, text, checked = "", attached }: Props) {
  const { words, match, badges } = parts;
  const { form, live } = report;
  const { locale } = useLanguage();
  const { ask } = live;
  const { ref, state } = form;
  // After the draft was restored, which is done by then.
  useEffect(() => {
    if (ref.current) ask(questionIn(ref.current));
  }, [ask, ref]);
  const watch = (event: FormEvent<HTMLFormElement>) => {
    if ("isComposing" in event.nativeEvent && event.nativeEvent.isComposing) return;
    ask(questionIn(event.currentTarget));
  };
  const known = state.outcome;
  const isStep = known !== null && (live.asked === "" || live.asked === known.asked);
  const list = { words: match, badges, asking };
  const carried = {
    key: state.typed?.key?.[0] || reportKey,
    locale,
    checked: known?.asked ?? state.typed?.checked?.[0] ?? checked,
  };
  return (
    <Form
      form={form}
      hidden={carried}
      wakes={[DRAFT_KEY, FILES_KEY, renewalKey("report")]}
      size="lg"
      className="measure space-y-7"
      onInput={watch}
      onCompositionStart={live.hold}
      onCompositionEnd={watch}
      {...(known && { answer: isStep ? <ReportStep known={known} {...list} /> : null })}
    >
      <div>
        <AreaField
          form={form}
          name="text"
          hint={words.text.hint}
          initial={text}
          rows={5}
          limit={TEXT_LIMIT}
          large
        />
        {isStep ? null : <ReportLive live={live} {...list} />}
      </div>
      <div>
        <UploadField words={parts.uploads} error={form.field("uploadIds").error} attached={attached} />
        <CarriedFiles from={FILES_KEY} words={words.files} />
      </div>
      <AreaField form={form} name="links" hint={words.links.hint} rows={2} inputMode="url" optional />
      <ReportDetails parts={parts} form={form} />
      <div className="space-y-3 border-line border-t pt-6">
        <p className="text-ink-soft text-sm leading-relaxed">{words.privacy}</p>
        <SubmitButton size="lg">{words.submit}</SubmitButton>
        <ProofOfWork form="report" words={parts.proof} attempt={state} />
        <KeepDraft form={ref} words={words.draft} />
      </div>
    </Form>
  );
}
