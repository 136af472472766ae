"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { useLanguage } from "#components/ui/language";
import { Select } from "#components/ui/select";
import { SubmitButton } from "#components/ui/submit-button";
import { Textarea } from "#components/ui/textarea";
import type { ActionState } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";
import { KeepDraft } from "./keep-draft.tsx";
import { type ReportField, readProblems, readTyped } from "./report-fields.tsx";

/** The only way it can fail is told by the state; success leads to the receipt. */
export type ReportState = ActionState<never>;
export type ReportAction = (previous: ReportState, formData: FormData) => Promise<ReportState>;

/** Words and lists of choices, made on the server. */
export type ReportParts = {
  words: Messages["report"]["form"];
  seenOn: ReactNode;
  divisions: ReactNode;
  topics: ReactNode;
};

type Props = {
  parts: ReportParts;
  state: ReportState;
  submit: (formData: FormData) => void;
  /** Names this one report, however often it is sent. */
  reportKey: string;
  text?: string;
};

/** The report on one page: only the claim is needed, as a text or as a link. */
export function ReportForm({ parts, state, submit, reportKey, text = "" }: Props) {
  const { words } = parts;
  const { locale } = useLanguage();
  const typed = readTyped(state.result, { text, key: reportKey });
  const { problems, of } = readProblems(state, words);
  const field = (name: ReportField) => ({ id: `report-${name}`, error: of(name), label: words[name].label });
  return (
    <form id="report-form" action={submit} className="measure space-y-7">
      <ErrorSummary problems={problems}>{problems.length > 0 ? words.kept : null}</ErrorSummary>
      <input type="hidden" name="key" value={typed.key} />
      <input type="hidden" name="locale" value={locale} />
      <Field {...field("text")} hint={words.text.hint} large>
        {(control) => <Textarea {...control} name="text" rows={5} defaultValue={typed.text} />}
      </Field>
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
      <div className="grid gap-7 sm:grid-cols-2 elder:grid-cols-1">
        <Field {...field("seenOn")} optional>
          {(control) => (
            <Select {...control} key={typed.seenOn} name="seenOn" defaultValue={typed.seenOn}>
              <Choices none={words.choose}>{parts.seenOn}</Choices>
            </Select>
          )}
        </Field>
        <Field {...field("seenAt")} optional>
          {(control) => <Input {...control} type="date" name="seenAt" defaultValue={typed.seenAt} />}
        </Field>
        <Field {...field("division")} optional>
          {(control) => (
            <Select {...control} key={typed.division} name="division" defaultValue={typed.division}>
              <Choices none={words.unsure}>{parts.divisions}</Choices>
            </Select>
          )}
        </Field>
        <Field {...field("topic")} optional>
          {(control) => (
            <Select {...control} key={typed.topic} name="topic" defaultValue={typed.topic}>
              <Choices none={words.unsure}>{parts.topics}</Choices>
            </Select>
          )}
        </Field>
      </div>
      <Field {...field("note")} hint={words.note.hint} optional>
        {(control) => (
          <Textarea {...control} name="note" rows={2} className="min-h-20!" defaultValue={typed.note} />
        )}
      </Field>
      <Field {...field("contact")} hint={words.contact.hint} optional>
        {(control) => (
          <Input
            {...control}
            name="contact"
            widthInHan={22}
            autoComplete="email"
            defaultValue={typed.contact}
          />
        )}
      </Field>
      <div className="space-y-3 border-line border-t pt-6">
        <p className="text-ink-soft text-sm leading-relaxed">{words.privacy}</p>
        <SubmitButton size="lg">{words.submit}</SubmitButton>
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

/** The choices of a list, after the one that says nothing. */
function Choices({ none, children }: { none: string; children: ReactNode }) {
  return (
    <>
      <option value="">{none}</option>
      {children}
    </>
  );
}
