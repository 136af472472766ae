import { isOutboxType } from "#lib/audit/event-types";
import { HISTORY } from "#lib/audit/record-event";
import type { Prisma, Tx } from "#lib/platform/db";

/** Rows of the tables that a told history fills. */
export type Rows = {
  users: Prisma.UserCreateManyInput[];
  memberships: Prisma.MembershipCreateManyInput[];
  reports: Prisma.ReportCreateManyInput[];
  contacts: Prisma.ReportContactCreateManyInput[];
  claims: Prisma.ClaimCreateManyInput[];
  places: Prisma.ClaimPlaceCreateManyInput[];
  claimReports: Prisma.ClaimReportCreateManyInput[];
  suggestions: Prisma.MatchSuggestionCreateManyInput[];
  decisions: Prisma.MatchDecisionCreateManyInput[];
  routes: Prisma.RouteCreateManyInput[];
  assignments: Prisma.AssignmentCreateManyInput[];
  clocks: Prisma.ClockCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  replies: Prisma.ReplyRequestCreateManyInput[];
  findings: Prisma.FindingCreateManyInput[];
  drafts: Prisma.DraftCreateManyInput[];
  draftVersions: Prisma.DraftVersionCreateManyInput[];
  reviews: Prisma.ReviewCreateManyInput[];
  debunks: Prisma.DebunkCreateManyInput[];
  debunkVersions: Prisma.DebunkVersionCreateManyInput[];
  deliveries: Prisma.DeliveryCreateManyInput[];
  events: Prisma.EventCreateManyInput[];
};

export const noRows = (): Rows => ({
  users: [],
  memberships: [],
  reports: [],
  contacts: [],
  claims: [],
  places: [],
  claimReports: [],
  suggestions: [],
  decisions: [],
  routes: [],
  assignments: [],
  clocks: [],
  evidence: [],
  replies: [],
  findings: [],
  drafts: [],
  draftVersions: [],
  reviews: [],
  debunks: [],
  debunkVersions: [],
  deliveries: [],
  events: [],
});

/** Several histories as one, so that each table takes a single statement. */
export function joinRows(all: readonly Rows[]): Rows {
  const joined = noRows();
  for (const rows of all) {
    for (const table of Object.keys(joined) as (keyof Rows)[])
      (joined[table] as unknown[]).push(...rows[table]);
  }
  return joined;
}

/** Inserts rows in an order that foreign keys and triggers accept; events get their place in the order of time. */
export async function insertRows(tx: Tx, rows: Rows): Promise<void> {
  const parents = rows.claims.filter(({ status }) => status !== "duplicate" && status !== "answered");
  const duplicates = rows.claims.filter(({ status }) => status === "duplicate");
  const answered = rows.claims.filter(({ status }) => status === "answered");
  const reactive = rows.events.filter(({ type }) => isOutboxType(type));
  const statements: [unknown[], () => Promise<unknown>][] = [
    [rows.users, () => tx.user.createMany({ data: rows.users })],
    [rows.memberships, () => tx.membership.createMany({ data: rows.memberships })],
    [parents, () => tx.claim.createMany({ data: parents })],
    [duplicates, () => tx.claim.createMany({ data: duplicates })],
    [rows.debunks, () => tx.debunk.createMany({ data: rows.debunks })],
    [answered, () => tx.claim.createMany({ data: answered })],
    [rows.places, () => tx.claimPlace.createMany({ data: rows.places })],
    [rows.reports, () => tx.report.createMany({ data: rows.reports })],
    [rows.contacts, () => tx.reportContact.createMany({ data: rows.contacts })],
    [rows.claimReports, () => tx.claimReport.createMany({ data: rows.claimReports })],
    [rows.suggestions, () => tx.matchSuggestion.createMany({ data: rows.suggestions })],
    [rows.decisions, () => tx.matchDecision.createMany({ data: rows.decisions })],
    [rows.routes, () => tx.route.createMany({ data: rows.routes })],
    [rows.assignments, () => tx.assignment.createMany({ data: rows.assignments })],
    [rows.clocks, () => tx.clock.createMany({ data: rows.clocks })],
    [rows.evidence, () => tx.evidence.createMany({ data: rows.evidence })],
    [rows.replies, () => tx.replyRequest.createMany({ data: rows.replies })],
    [rows.findings, () => tx.finding.createMany({ data: rows.findings })],
    [rows.drafts, () => tx.draft.createMany({ data: rows.drafts })],
    [rows.draftVersions, () => tx.draftVersion.createMany({ data: rows.draftVersions })],
    // Row by row in the order of the stages, as the trigger wants them.
    [rows.reviews, () => tx.review.createMany({ data: rows.reviews.toSorted(byStage) })],
    [rows.debunkVersions, () => tx.debunkVersion.createMany({ data: rows.debunkVersions })],
    [rows.deliveries, () => tx.delivery.createMany({ data: rows.deliveries })],
    [rows.events, () => tx.event.createMany({ data: rows.events.toSorted(byTime) })],
    // What the worker would do about them is seeded too.
    [
      reactive,
      () =>
        tx.reactionRun.createMany({
          data: reactive.map(({ id, at }) => ({ eventId: id, reaction: HISTORY, ranAt: at })),
        }),
    ],
  ];
  for (const [data, insert] of statements) if (data.length > 0) await insert();
}

type Staged = { stage: string };
const byStage = (a: Staged, b: Staged) => a.stage.localeCompare(b.stage);

type Timed = { at: Date | string };
const byTime = (a: Timed, b: Timed) => new Date(a.at).getTime() - new Date(b.at).getTime();
