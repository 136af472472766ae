import { useTranslations } from "next-intl";
import { DueClock } from "#components/claims/due-clock";
import { useLocalName } from "#components/claims/local-name.ts";
import { UrgencyBadge } from "#components/claims/urgency-badge";
import { Badge } from "#components/ui/badge";
import { CardLink } from "#components/ui/card-link";
import { EmptyState } from "#components/ui/empty-state";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import { RelativeTime } from "#components/ui/relative-time";
import type { ReviewRow } from "#lib/editorial/queries";

type Members = ReadonlyMap<string, { zh: string; en: string }>;

/** The texts that wait for a review, the reader's own first. */
export function ReviewList({ rows, members }: { rows: readonly ReviewRow[]; members: Members }) {
  const t = useTranslations("editorial.review");
  const mine = rows.filter(({ isMine }) => isMine);
  const others = rows.filter(({ isMine }) => !isMine);
  return (
    <Page title={t("listTitle")} intro={t("listLead")} width="text">
      <Part title={t("mine")} className="space-y-3">
        {mine.length === 0 ? (
          <EmptyState title={t("empty")} heading="h3">
            {t("emptyText")}
          </EmptyState>
        ) : (
          mine.map((row) => <Row key={row.id} row={row} members={members} />)
        )}
      </Part>
      {others.length > 0 ? (
        <Part title={t("others")} lead={t("othersHint")} className="space-y-3 pt-2">
          {others.map((row) => (
            <Row key={row.id} row={row} members={members} />
          ))}
        </Part>
      ) : null}
    </Page>
  );
}

function Row({ row, members }: { row: ReviewRow; members: Members }) {
  const t = useTranslations("editorial");
  const labels = useTranslations("labels");
  const localName = useLocalName();
  const { claim, kind, status } = row;
  const member = members.get(row.memberId);
  return (
    <CardLink
      href={`/desk/drafts/${row.id}`}
      title={claim.wording ?? t("claimNumber", { number: claim.number })}
      lead={
        <>
          <Badge tone="azurite">{labels(`draftStatus.${status}`)}</Badge>
          <Badge>{labels(`draftKind.${kind}`)}</Badge>
          <UrgencyBadge urgency={claim.urgency} />
          {kind === "initial" ? (
            <DueClock clock={claim.clocks.find((clock) => clock.kind === "verdict")} />
          ) : null}
        </>
      }
    >
      <p className="flex flex-wrap gap-x-4">
        <span>{t("claimNumber", { number: claim.number })}</span>
        {member ? (
          <span>
            {t("review.unit")}
            {t("draft.colon")}
            {localName(member)}
          </span>
        ) : null}
        <span>
          {t("review.waiting")}
          {t("draft.colon")}
          <RelativeTime time={row.updatedAt} />
        </span>
      </p>
    </CardLink>
  );
}
