import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Link } from "#components/ui/link";
import type { ClaimView } from "#lib/claims/queries";
import type { FormAction } from "#lib/web/form";

type Props = { merged: ClaimView["merged"]; reopenAction: FormAction | null };

/** The claims that were found to be the same as this one; each can be taken out again. */
export function MergedClaims({ merged, reopenAction }: Props) {
  const t = useTranslations("desk.merged");
  return (
    <ul className="divide-y divide-line">
      {merged.map(({ id, number, wording, reportCount, version, mayOpen }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
          <p className="min-w-48 flex-1">
            {mayOpen ? <Link href={`/desk/claims/${id}`}>#{number}</Link> : `#${number}`}{" "}
            <span lang="zh-CN">{wording}</span>
            <span className="ms-2 text-ink-soft text-sm">{t("reports", { count: reportCount })}</span>
          </p>
          {reopenAction ? (
            <PressForm
              action={reopenAction}
              version={version}
              hidden={{ claimId: id, reason: t("undoReason") }}
              submit={t("undo")}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
