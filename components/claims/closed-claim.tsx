import { useTranslations } from "next-intl";
import { PressForm, ReasonForm } from "#components/desk/decision-forms";
import { Link } from "#components/ui/link";
import type { ClaimView } from "#lib/claims/queries";
import { noticeHref } from "#lib/i18n/addresses";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claim: ClaimView; isUndoOffered: boolean };

/** How the claim ended, and the way back. */
export function ClosedClaim({ action, claim, isUndoOffered }: Props) {
  const t = useTranslations("desk.closed");
  const labels = useTranslations("labels");
  const { id, version, mergedInto, answeredBy, closingChannel, closingNote } = claim;
  return (
    <section aria-labelledby="closed" className="space-y-3">
      <div className="rounded border border-line bg-surface p-4">
        <h3 id="closed">{labels(`claimStatus.${claim.status}`)}</h3>
        {mergedInto ? (
          <p>
            <Link href={`/desk/claims/${mergedInto.id}`}>#{mergedInto.number}</Link>{" "}
            <span lang="zh-CN">{mergedInto.wording}</span>
          </p>
        ) : null}
        {answeredBy ? (
          <p lang="zh-CN">
            <Link href={noticeHref(answeredBy.slug)}>{answeredBy.title}</Link>
          </p>
        ) : null}
        {closingChannel ? <p>{labels(`channelName.${closingChannel}`)}</p> : null}
        {closingNote ? <p className="mt-1 whitespace-pre-wrap text-ink-soft text-sm">{closingNote}</p> : null}
      </div>
      {isUndoOffered ? null : (
        <PressForm
          action={action}
          version={version}
          hidden={{ claimId: id, reason: t("undoReason") }}
          submit={t("undo")}
          shortcut="u"
        />
      )}
      <ReasonForm
        action={action}
        version={version}
        hidden={{ claimId: id }}
        title={t("reopen")}
        label={t("reason")}
        submit={t("reopenSubmit")}
      />
    </section>
  );
}
