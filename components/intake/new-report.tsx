"use client";

import { useActionState } from "react";
import { idle } from "#lib/access/action-state";
import { type ReportAction, ReportForm, type ReportParts } from "./report-form.tsx";

type Props = { action: ReportAction; parts: ReportParts; reportKey: string };

/** A report that starts empty. */
export function NewReport({ action, parts, reportKey }: Props) {
  const [state, submit] = useActionState(action, idle);
  return <ReportForm parts={parts} state={state} submit={submit} reportKey={reportKey} />;
}
