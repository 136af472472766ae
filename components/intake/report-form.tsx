"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { ErrorSummary } from "#components/form/error-summary";
import type { Asking } from "#components/publishing/asking";
import { questionIn, useLiveMatches } from "#components/publishing/live-matches.ts";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { useLanguage } from "#components/ui/language";
import { sendKept } from "#components/ui/send-form";
import { SubmitButton } from "#components/ui/submit-button";
import { Textarea } from "#components/ui/textarea";
import { fingerprintOf } from "#lib/intake/fingerprint";
import { CarriedFiles } from "./carried-files.tsx";
import { KeepDraft } from "./keep-draft.tsx";
import { ProofOfWork } from "./proof-of-work.tsx";
import { ReportDetails } from "./report-details.tsx";
import { type ReportField, readProblems, readTyped } from "./report-fields.ts";
import { ReportLive } from "./report-live.tsx";
import type { ReportParts, ReportState } from "./report-state.ts";
import { ReportStep } from "./report-step.tsx";
import { UploadField } from "./upload-field.tsx";

type Props = {
  parts: ReportParts;
  state: ReportState;
  submit: (formData: FormData) => void;
  asking: Asking;
  /** Names this one report, however often it is sent. */
  reportKey: string;
  text?: string;
  /** The question whose answers the sender has seen. */
  checked?: string;
  /** Files that were sent from a page without scripts. */
  attached?: readonly string[];
};

/** The report on one page: only the claim is needed, as a text or as a link. What is known about it shows while typing. */
export function ReportForm(props: Props) {
  const { parts, state, submit, asking, reportKey, text = "", checked = "", attached } = props;
  const { words, match, badges } = parts;
  const { locale } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const live = useLiveMatches();
  const { ask } = live;
  // After the draft was restored, which is done by then.
  useEffect(() => {
    if (form.current) ask(questionIn(form.current));
  }, [ask]);
  const watch = (event: FormEvent<HTMLFormElement>) => {
    if ("isComposing" in event.nativeEvent && event.nativeEvent.isComposing) return;
    ask(questionIn(event.currentTarget));
  };

  const typed = readTyped(state.result, { text, key: reportKey, checked });
  const { problems, of } = readProblems(state, words);
  const field = (name: Exclude<ReportField, "uploadIds">) => ({
    id: `report-${name}`,
    error: of(name),
    label: words[name].label,
  });
  const known = state.outcome;
  const step = known && (live.asked === "" || live.asked === known.asked) ? known : null;
  const seen = (formData: FormData) => {
    const asked = form.current && fingerprintOf(questionIn(form.current));
    if (live.asked !== "" && live.asked === asked) formData.set("checked", asked);
  };
  const list = { words: match, badges, asking };
  return (
    <form
      ref={form}
      id="report-form"
      action={submit}
      onSubmit={sendKept(submit, seen)}
      onInput={watch}
      onCompositionStart={live.hold}
      onCompositionEnd={watch}
      className="measure space-y-7"
    >
      <ErrorSummary problems={problems}>{problems.length > 0 ? words.kept : null}</ErrorSummary>
      <input type="hidden" name="key" value={typed.key} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="checked" value={known?.asked ?? typed.checked} />
      {step ? <ReportStep known={step} {...list} /> : null}
      <div>
        <Field {...field("text")} hint={words.text.hint} large>
          {(control) => <Textarea {...control} name="text" rows={5} defaultValue={typed.text} />}
        </Field>
        {step ? null : <ReportLive live={live} {...list} />}
      </div>
      <div>
        <UploadField words={parts.uploads} error={of("uploadIds")} attached={attached} />
        <CarriedFiles words={words.files} />
      </div>
      <Field {...field("links")} hint={words.links.hint} optional>
        {(control) => (
          <Textarea
            {...control}
            name="links"
            rows={2}
            className="min-h-11!"
            inputMode="url"
            defaultValue={typed.links}
          />
        )}
      </Field>
      <ReportDetails parts={parts} typed={typed} field={field} />
      <div className="space-y-3 border-line border-t pt-6">
        <p className="text-ink-soft text-sm leading-relaxed">{words.privacy}</p>
        <SubmitButton size="lg">{words.submit}</SubmitButton>
        <ProofOfWork form="report" words={parts.proof} attempt={state} />
        <KeepDraft formId="report-form" words={words.draft}>
          {(forget) => (
            <Button variant="quiet" size="sm" onClick={forget}>
              {words.draft.forget}
            </Button>
          )}
        </KeepDraft>
      </div>
    </form>
  );
}
