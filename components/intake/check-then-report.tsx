"use client";

import { useActionState } from "react";
import { type CheckAction, CheckForm } from "#components/publishing/check-form";
import type { Badges } from "#components/publishing/match-list";
import { idle } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";
import { type ReportAction, ReportForm, type ReportParts } from "./report-form.tsx";

type Props = {
  check: CheckAction;
  report: ReportAction;
  words: Messages["public"]["check"];
  badges: Badges;
  parts: ReportParts;
};

/** Asks what is known; where the answer does not fit, the question becomes a report with everything filled in. */
export function CheckThenReport({ check, report, words, badges, parts }: Props) {
  const [state, submit] = useActionState(report, idle);
  const form = (reportKey: string, text: string) => (
    <ReportForm
      key={reportKey}
      parts={parts}
      state={state}
      submit={submit}
      reportKey={reportKey}
      text={text}
    />
  );
  // Without scripts a rejected report comes back on its own: what was asked before is in its text.
  const sentBack = state.result !== null;
  return (
    <CheckForm
      action={check}
      words={words}
      badges={badges}
      instead={sentBack ? form("", "") : null}
      follow={({ text, matches, reportKey }) =>
        matches.length > 0 && !sentBack ? (
          <details className="mt-6 border-line border-t pt-4">
            <summary className="font-semibold text-azurite text-lg">{words.noneOfTheseReport}</summary>
            <div className="mt-6">{form(reportKey, text)}</div>
          </details>
        ) : (
          <div className="mt-6">{form(reportKey, text)}</div>
        )
      }
    />
  );
}
