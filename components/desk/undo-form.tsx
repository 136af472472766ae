"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Form } from "#components/form/form";
import { Answer } from "#components/form/refusal";
import { useForm } from "#components/form/use-form.ts";
import { RelativeTime } from "#components/ui/relative-time";
import type { Since, UndoOutcome } from "#lib/routing/undo-decision";
import type { FormAction } from "#lib/web/form";
import { type Told, telling, useTell } from "./told-decision.ts";

type Props<Given> = {
  action: FormAction<Given>;
  hidden: Record<string, string>;
  submit: ReactNode;
  shortcut?: string | undefined;
  /** Whether there is something to undo. Without scripts its answer comes to the page after that, where it must stand again. */
  isOffered?: boolean;
  /** What became of it besides what every form says. */
  told?: (outcome: Given) => ReactNode;
  onDone?: ((outcome: Given) => void) | undefined;
};

/** Takes back what was decided with one press; says who has gone on with it where that is too late. */
export function UndoForm<Given = UndoOutcome>({
  action,
  isOffered = true,
  told,
  onDone,
  ...form
}: Props<Given>) {
  const tell = useTell();
  // What was undone is offered no longer, wherever it was undone.
  const forget = () => tell((told) => (told && isAbout(told, form.hidden) ? null : told));
  const undo = useForm<Given>(telling(action, onDone ?? forget));
  const { outcome } = undo.state;
  const answer = (
    <>
      <Answer form={undo} />
      {outcome === null ? null : (told ?? tellSince)(outcome as Given & UndoOutcome)}
    </>
  );
  if (!isOffered) return answer;
  return <Form form={undo} variant="secondary" className="space-y-2" {...form} answer={answer} />;
}

const isAbout = ({ about }: Told, { eventId }: Record<string, string>): boolean =>
  eventId !== undefined && about.eventId === eventId;

const tellSince = (outcome: UndoOutcome): ReactNode =>
  "since" in outcome && outcome.since ? (
    <p className="text-sm">
      <SinceWords since={outcome.since} />
    </p>
  ) : null;

/** Who went on, how and when. */
export function SinceWords({ since: { by, type, at, what } }: { since: Since }) {
  const t = useTranslations("desk.undo");
  return (
    <>
      {t("since", { who: by ?? t("somebody"), what: what ?? type })} <RelativeTime time={at} />
    </>
  );
}
