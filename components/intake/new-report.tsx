"use client";

import { AskedThanks } from "#components/publishing/asked-thanks";
import { type AskAction, useAsking } from "#components/publishing/asking";
import type { ReportFiles } from "#lib/intake/report-files";
import { ForgetDraft } from "./forget-draft.ts";
import { ReportForm } from "./report-form.tsx";
import type { ReportAction, ReportParts } from "./report-state.ts";
import { useReport } from "./use-report.ts";

type Props = {
  action: ReportAction;
  ask: AskAction;
  parts: ReportParts;
  reportKey: string;
  /** Files that were sent before, and the words that were read in them. */
  files: ReportFiles;
};

/** A report that starts empty, or with files; whoever finds the answer on the way needs none. */
export function NewReport({ action, ask, parts, reportKey, files }: Props) {
  const report = useReport(action, parts);
  const asking = useAsking(ask);
  if (asking.counted) {
    return (
      <>
        <AskedThanks counted={asking.counted} words={parts.match} again />
        <ForgetDraft />
      </>
    );
  }
  return (
    <>
      <ReportForm
        parts={parts}
        report={report}
        asking={asking}
        reportKey={reportKey}
        text={files.text}
        attached={files}
      />
      {asking.form(reportKey)}
    </>
  );
}
