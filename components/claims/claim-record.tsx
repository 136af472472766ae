import { useTranslations } from "next-intl";
import { Section } from "#components/desk/section";
import { EvidenceList } from "#components/investigation/evidence-list";
import { FindingList } from "#components/investigation/finding-list";
import { ReplyList } from "#components/investigation/reply-list";
import { ClaimAssignments } from "#components/routing/claim-assignments";
import { ClockStepsList } from "#components/routing/clock-steps";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { ClaimActions } from "./claim-actions.ts";
import { ClaimDrafts } from "./claim-drafts.tsx";
import { ClaimReports } from "./claim-reports.tsx";
import { MergedClaims } from "./merged-claims.tsx";
import { Timeline } from "./timeline.tsx";

/** What is known about the claim: what people sent, what was found, who works on it, what has happened. */
export function ClaimRecord({ data, actions }: { data: ClaimData; actions: ClaimActions }) {
  const t = useTranslations("desk.claim.sections");
  const guard = useTranslations("guard.claim");
  const { claim, reports, repeated, evidence, findings, replies, assignments, drafts, permits } = data;
  return (
    <>
      <Section title={t("reports", { count: claim.reportCount })}>
        {repeated ? <p className="mb-3 text-ink-soft text-sm">{guard("repeated", repeated)}</p> : null}
        <ClaimReports
          reports={reports}
          total={claim.reportCount}
          membership={
            permits.decideMatch
              ? { confirmAction: actions.confirmReportAction, separateAction: actions.separateReportAction }
              : null
          }
          split={
            permits.decideMatch && claim.reportCount > 1 && claim.status !== "duplicate"
              ? { action: actions.splitAction, claimId: claim.id, version: claim.version }
              : null
          }
          readContactAction={permits.contact ? actions.readContactAction : null}
          askAction={permits.question ? actions.askReporterAction : null}
          isRead={data.isRead}
        />
      </Section>
      {claim.merged.length > 0 ? (
        <Section title={t("merged")}>
          <MergedClaims
            merged={claim.merged}
            reopenAction={permits.undoMerge ? actions.reopenAction : null}
          />
        </Section>
      ) : null}
      {findings.length > 0 ? (
        <Section title={t("findings")}>
          <FindingList findings={findings} people={data.people} />
        </Section>
      ) : null}
      {evidence.length > 0 ? (
        <Section title={t("evidence", { count: evidence.filter((one) => !one.withdrawnAt).length })}>
          <EvidenceList evidence={evidence} withdrawAction={actions.withdrawEvidenceAction} />
        </Section>
      ) : null}
      {replies.length > 0 ? (
        <Section title={t("replies")}>
          <ReplyList replies={replies} />
        </Section>
      ) : null}
      {data.steps.some(({ told, ahead }) => told.length + ahead.length > 0) ? (
        <Section title={t("clocks")}>
          <div className="space-y-2">
            <ClockStepsList steps={data.steps} />
          </div>
        </Section>
      ) : null}
      {assignments.length > 0 ? (
        <Section title={t("assignments")}>
          <ClaimAssignments assignments={assignments} recallAction={actions.recallAction} />
        </Section>
      ) : null}
      {drafts.length > 0 || claim.debunk ? (
        <Section title={t("drafts")}>
          <ClaimDrafts
            drafts={drafts}
            debunk={claim.debunk}
            members={data.members}
            abandonAction={permits.abandonCorrection ? actions.abandonCorrectionAction : null}
          />
        </Section>
      ) : null}
      <Section title={t("timeline")}>
        <Timeline data={data} />
      </Section>
    </>
  );
}
