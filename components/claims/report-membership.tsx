import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import type { ReportView } from "#lib/claims/queries";
import type { FormAction } from "#lib/web/form";
import { MatchReason } from "./match-reason.tsx";

type Actions = { confirmAction: FormAction; separateAction: FormAction };
type Props = { report: ReportView; isOnly: boolean; actions: Actions | null };

/** How a report came into the claim: by itself and why, or by whose hand; and the way to take it out. */
export function ReportMembership({ report, isOnly, actions }: Props) {
  const t = useTranslations("matching.joined");
  const { id: reportId, joined } = report;
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
            <PressForm action={actions.confirmAction} hidden={{ reportId }} submit={t("confirm")} />
          ) : null}
          <PressForm action={actions.separateAction} hidden={{ reportId }} submit={t("separate")} />
        </div>
      ) : null}
    </div>
  );
}
