import { useTranslations } from "next-intl";
import { DueClocks } from "#components/claims/due-clock";
import { useLocalName } from "#components/claims/local-name.ts";
import { StatusBadge } from "#components/claims/status-badge";
import { UrgencyBadge } from "#components/claims/urgency-badge";
import { Disclosure } from "#components/desk/disclosure";
import { Badge } from "#components/ui/badge";
import { Link } from "#components/ui/link";
import { RelativeTime } from "#components/ui/relative-time";
import { isHeld } from "#lib/access/holding";
import type { HeldAssignment } from "#lib/desk/permits";
import type { MemberChoice } from "#lib/members/queries";
import { type AnswerActions, AssignmentAnswers, isAnswerable } from "./assignment-answers.tsx";
import { AssignmentPerson, type PersonActions } from "./assignment-person.tsx";
import { ClockStepsList } from "./clock-steps.tsx";

type Props = {
  rows: readonly HeldAssignment[];
  members: readonly MemberChoice[];
  ownId: string;
  actions: AnswerActions & PersonActions;
};

/** Work that members were asked for, each piece with its answer right beside it. */
export function AssignmentList({ rows, members, ownId, actions }: Props) {
  return (
    <ul className="space-y-3">
      {rows.map((row) => (
        <li key={row.id} className="rounded border border-line bg-surface p-4 sm:p-5">
          <Summary row={row} />
          {isHeld(row.status) ? <ClockStepsList steps={row.steps} ofWork /> : null}
          {isHeld(row.status) ? <AssignmentPerson assignment={row} ownId={ownId} actions={actions} /> : null}
          {isAnswerable(row) ? (
            <div className="mt-3">
              <Answers row={row} members={members} actions={actions} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Answers({ row, members, actions }: Omit<Props, "rows" | "ownId"> & { row: HeldAssignment }) {
  const t = useTranslations("editorial.assignments");
  const { accept, giveBack, handOver } = row.permits;
  const answers = <AssignmentAnswers assignment={row} members={members} actions={actions} />;
  if (!accept && !giveBack && !handOver) return answers;
  return (
    // Folded away, so that a key answers only the piece of work that somebody has opened.
    <Disclosure title={t(accept ? "answer" : "answerAccepted")} name="assignment">
      <div className="space-y-3">{answers}</div>
    </Disclosure>
  );
}

function Summary({ row }: { row: HeldAssignment }) {
  const t = useTranslations("editorial");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const { claim, status, purpose } = row;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone="azurite">{labels(`assignmentPurpose.${purpose}`)}</Badge>
        <Badge tone={isHeld(status) ? "neutral" : "outline"}>{labels(`assignmentStatus.${status}`)}</Badge>
        <UrgencyBadge urgency={claim.urgency} />
        <DueClocks clocks={row.clocks} ofWork />
      </p>
      <h2 className="text-lg leading-snug">
        {claim.wording === null ? (
          t("assignments.notHeld")
        ) : !row.isReadable ? (
          <span lang="zh-CN">{claim.wording}</span>
        ) : (
          <Link
            href={`/desk/claims/${claim.id}`}
            data-row
            className="text-ink no-underline hover:text-azurite hover:underline"
          >
            {claim.wording}
          </Link>
        )}
      </h2>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft text-sm">
        <span>{t("claimNumber", { number: claim.number })}</span>
        <StatusBadge status={claim.status} />
        <span>{t("assignments.reports", { count: claim.reportCount })}</span>
        <span>{nameOf(row.member)}</span>
        <span>
          {t("assignments.offered")} <RelativeTime time={row.offeredAt} />
        </span>
      </p>
      {row.instructions ? (
        <p className="whitespace-pre-wrap">
          <span className="text-ink-soft">
            {t("assignments.instructions")}
            {t("draft.colon")}
          </span>
          {row.instructions}
        </p>
      ) : null}
      {row.returnReason ? (
        <p>
          <span className="text-ink-soft">
            {t("assignments.returnReason")}
            {t("draft.colon")}
          </span>
          {row.returnReason}
        </p>
      ) : null}
    </div>
  );
}
