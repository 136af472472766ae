import { useTranslations } from "next-intl";
import { ReasonForm } from "#components/desk/decision-forms";
import { Badge } from "#components/ui/badge";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import type { ClaimView } from "#lib/claims/queries";
import type { ClaimDraft } from "#lib/editorial/queries";
import { isInWork } from "#lib/editorial/status";
import { noticeHref } from "#lib/i18n/addresses";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { useLocalName } from "./local-name.ts";

type Props = {
  drafts: readonly ClaimDraft[];
  debunk: ClaimView["debunk"];
  members: readonly MemberChoice[];
  /** For whoever may give up the correction that is in work. */
  abandonAction: FormAction | null;
};

/** The texts about the claim: the public notice and every draft on its way to one. */
export function ClaimDrafts({ drafts, debunk, members, abandonAction }: Props) {
  const t = useTranslations("desk.drafts");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  return (
    <ul className="divide-y divide-line">
      {debunk ? (
        <li className="py-2">
          <Link href={noticeHref(debunk.slug)} className="font-medium">
            <span lang="zh-CN">{debunk.title}</span>
          </Link>
          <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
            <span>
              {t("notice", {
                status: labels(`debunkStatus.${debunk.status}`),
                version: debunk.currentVersion,
              })}
            </span>
            <RelativeTime time={debunk.publishedAt} />
          </p>
        </li>
      ) : null}
      {drafts.map((draft) => {
        const member = members.find(({ id }) => id === draft.memberId);
        return (
          <li key={draft.id} className="py-2">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`/desk/drafts/${draft.id}`}>
                {t("draft", { kind: labels(`draftKind.${draft.kind}`), version: draft.latestVersion })}
              </Link>
              <Badge tone="outline">{labels(`draftStatus.${draft.status}`)}</Badge>
            </p>
            <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
              {member ? <span>{nameOf(member)}</span> : null}
              <RelativeTime time={draft.updatedAt} />
              {draft.correctionNote ? <span>{draft.correctionNote}</span> : null}
            </p>
            {abandonAction && draft.kind !== "initial" && isInWork(draft.status) ? (
              <ReasonForm
                action={abandonAction}
                hidden={{ draftId: draft.id }}
                title={t("abandon")}
                isQuiet
                label={t("abandonReason")}
                hint={t("abandonHint")}
                submit={t("abandonSubmit")}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
