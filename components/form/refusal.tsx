"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#components/ui/button";
import { useLanguage } from "#components/ui/language";
import { Notice } from "#components/ui/notice";
import { localePath } from "#lib/i18n/paths";
import { type FormState, firstOf } from "#lib/web/form";
import { renewPage } from "./after-renewal.ts";
import { ErrorSummary, type FieldProblem } from "./error-summary.tsx";
import type { FormOf } from "./use-form.ts";

type AnswerProps = { form: FormOf; done?: string | undefined; leadsToField?: boolean };

/** What became of a form that was sent: what is wrong with its fields, why it was refused, or that it is done. */
export function Answer({ form, done, leadsToField = false }: AnswerProps) {
  const { state, words, hasNews, isOld } = form;
  if (isOld) return null;
  const problems = problemsOf(form);
  if (problems.length > 0) {
    return (
      <ErrorSummary problems={problems} answer={state} leadsToField={leadsToField}>
        {words.nothingLost}
      </ErrorSummary>
    );
  }
  if (codeOf(state)) {
    return (
      <InSight answer={state}>
        <Refused form={form} />
      </InSight>
    );
  }
  if (hasNews && words.kept) {
    return (
      <Notice tone="warning" live="status" title={words.kept.title}>
        {words.kept.news}
      </Notice>
    );
  }
  const isDone = state.outcome !== null && state.typed === null;
  return isDone && done ? <Notice tone="success">{done}</Notice> : null;
}

/** What was answered to a button at the end of a long form stands at its beginning: it comes into sight, the focus stays. */
function InSight({ answer, children }: { answer: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) box.current?.scrollIntoView({ block: "nearest" });
  }, [answer]);
  return <div ref={box}>{children}</div>;
}

function Refused({ form }: { form: FormOf }) {
  if (form.state.refused === "OFFLINE") return <Offline />;
  return form.state.refused === "RENEWED" ? <Renewed form={form} /> : <Refusal form={form} />;
}

export function Offline() {
  const { words } = useLanguage();
  return (
    <Notice tone="warning" live="alert" title={words.offline}>
      <p>{words.offlineDetail}</p>
    </Notice>
  );
}

/** The site was renewed since the page was opened: it has to be loaded anew, and keeps what was typed. */
function Renewed({ form: { id, ref } }: { form: FormOf }) {
  const { words } = useLanguage();
  return (
    <Notice tone="warning" live="alert" title={words.renewed}>
      <p>{words.renewedDetail}</p>
      <Button
        variant="secondary"
        size="sm"
        className="mt-2"
        onClick={() => ref.current && renewPage(id, ref.current)}
      >
        {words.renew}
      </Button>
    </Notice>
  );
}

/** Why a form was not taken up, that nothing of it is lost, and what to do. */
function Refusal({ form: { state, words } }: { form: FormOf }) {
  const { locale } = useLanguage();
  const code = codeOf(state);
  if (!code) return null;
  const { title, detail } = words.refusals[code] ?? words.refusals.other;
  const first = firstOf(state);
  return (
    <Notice tone={isOurs(code) ? "error" : "warning"} live="alert" title={title}>
      <p>{detail}</p>
      {first && words.First ? <words.First first={first} /> : null}
      {code === "UNAUTHENTICATED" && words.signIn ? (
        <a href={localePath("/desk/sign-in", locale)} target="_blank" rel="noopener noreferrer">
          {words.signIn}
        </a>
      ) : null}
    </Notice>
  );
}

/** Nothing is wrong with what was sent, but with the service. */
const isOurs = (code: string): boolean => code === "UNAVAILABLE" || code === "FULL";

/** Why it was not taken up; what is wrong with something that nobody types has no words of its own. */
function codeOf({ refused, outcome, errors }: FormState): string | null {
  if (refused) return refused;
  const isReasoned = typeof outcome === "object" && outcome !== null && "reason" in outcome;
  if (isReasoned) return String(outcome.reason);
  return Object.keys(errors).length > 0 ? "other" : null;
}

/** What is wrong with the fields, in the order in which they stand. */
function problemsOf({ id, labels, words, field, state }: FormOf): FieldProblem[] {
  if (state.refused && state.refused !== "VALIDATION") return [];
  const names = Object.keys(labels ?? {});
  const place = (name: string) => names.indexOf(nameless(name));
  return Object.keys(state.errors)
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((name) => {
      const problem = field(name).error ?? "";
      const label = labels?.[nameless(name)];
      if (label === undefined) return [];
      const message = words.problem?.replace("{field}", label).replace("{problem}", problem) ?? problem;
      return { fieldId: `${id}-${name}`, message };
    });
}

/** The name of a field of a row, whichever the row. */
const nameless = (name: string) => name.replace(/\[\d+\]/g, "[]");
