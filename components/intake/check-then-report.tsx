"use client";

import type { AskAction, Asking } from "#components/publishing/asking";
import { CheckForm } from "#components/publishing/check-form";
import type { CheckAction } from "#components/publishing/check-outcome.ts";
import type { Messages } from "#lib/i18n/messages";
import { fingerprintOf } from "#lib/intake/fingerprint";
import { ReportForm } from "./report-form.tsx";
import type { ReportAction, ReportParts } from "./report-state.ts";
import { useReport } from "./use-report.ts";

type Props = {
  check: CheckAction;
  ask: AskAction;
  report: ReportAction;
  words: Messages["public"]["check"];
  parts: ReportParts;
};

/** Asks what is known; where the answer does not fit, the question becomes a report with everything filled in. */
export function CheckThenReport({ check, ask, report, words, parts }: Props) {
  const reporting = useReport(report, parts);
  const form = (asking: Asking, reportKey: string, text: string) => (
    <ReportForm
      key={reportKey}
      parts={parts}
      report={reporting}
      asking={asking}
      reportKey={reportKey}
      text={text}
      checked={fingerprintOf({ text })}
    />
  );
  // Without scripts a report that was not taken comes back on its own: what was asked before is in its text.
  const sentBack = reporting.form.state.typed;
  return (
    <CheckForm
      check={check}
      ask={ask}
      words={{ check: words, match: parts.match, uploads: parts.uploads }}
      badges={parts.badges}
      instead={
        sentBack &&
        ((asking) => (
          <>
            {form(asking, "", "")}
            {asking.form(sentBack.key?.[0] ?? "")}
          </>
        ))
      }
      follow={({ text, matches, reportKey }, asking) =>
        matches && matches.length > 0 && !sentBack ? (
          <details className="mt-6 border-line border-t pt-4">
            <summary className="font-semibold text-azurite text-lg">{words.noneOfTheseReport}</summary>
            <div className="mt-6">{form(asking, reportKey, text)}</div>
          </details>
        ) : (
          <div className="mt-6">{form(asking, reportKey, text)}</div>
        )
      }
    />
  );
}
