"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { ReportView } from "#lib/claims/queries";
import type { FormAction } from "#lib/web/form";
import { MatchReason } from "./match-reason.tsx";

type Actions = { confirmAction: FormAction; separateAction: FormAction };
type Props = { report: ReportView; isOnly: boolean; actions: Actions | null };

/** How a report came into the claim: by itself and why, or by whose hand; and the way to take it out. */
export function ReportMembership({ report, isOnly, actions }: Props) {
  const t = useTranslations("matching.joined");
  const { joined } = report;
  const isOpen = actions !== null && joined !== null && joined.verdict === null;
  return (
    <div className="mt-2 space-y-2">
      {joined ? (
        <div>
          <p className="text-sm">{t(joined.verdict === "accepted" ? "confirmed" : "byItself")}</p>
          <MatchReason {...joined} />
        </div>
      ) : null}
      {actions && !isOnly ? (
        <div className="flex flex-wrap items-start gap-2">
          {isOpen ? (
            <Decide action={actions.confirmAction} reportId={report.id} label={t("confirm")} />
          ) : null}
          <Decide action={actions.separateAction} reportId={report.id} label={t("separate")} />
        </div>
      ) : null}
    </div>
  );
}

function Decide({ action, reportId, label }: { action: FormAction; reportId: string; label: string }) {
  const form = useForm(action);
  return <Form form={form} hidden={{ reportId }} submit={label} variant="secondary" />;
}
