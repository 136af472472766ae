import type { Actor } from "#lib/access/actor";
import { assertCan, canEverywhere, membersFor } from "#lib/access/can";
import { assertCanRead } from "#lib/claims/read-claim";
import { behind, type Page, readCursor, toPage } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import type { AssignmentFilter } from "./schema.ts";
import type { AssignmentPurpose } from "./status.ts";

const PAGE = 30;

const select = {
  id: true,
  purpose: true,
  status: true,
  instructions: true,
  dueAt: true,
  offeredAt: true,
  respondedAt: true,
  returnReason: true,
  doneAt: true,
  member: { select: { id: true, zh: true, en: true } },
  claim: {
    select: { id: true, number: true, wording: true, status: true, urgency: true, reportCount: true },
  },
} as const;

const read = (args: { where: object; take: number }) =>
  db.assignment.findMany({ ...args, select, orderBy: [{ offeredAt: "desc" }, { id: "desc" }] });

export type AssignmentRow = Awaited<ReturnType<typeof read>>[number];

const statesOf = {
  open: ["offered", "accepted"],
  done: ["returned", "handed-over", "done", "withdrawn"],
  all: undefined,
} as const;

/** The assignments of the actor's own members, or of all for the platform desk; newest first. */
export async function listAssignments(actor: Actor, filter: AssignmentFilter): Promise<Page<AssignmentRow>> {
  assertCan(actor, "assignment.list");
  const own = canEverywhere(actor, "assignment.list")
    ? {}
    : { memberId: { in: membersFor(actor, "assignment.list") } };
  const states = statesOf[filter.state];
  const rows = await read({
    where: {
      ...own,
      ...(states && { status: { in: states } }),
      ...behind("offeredAt", readCursor(filter.cursor)),
    },
    take: PAGE + 1,
  });
  return toPage(
    rows,
    PAGE,
    (row) => ({ at: row.offeredAt, id: row.id }),
    (row) => row,
  );
}

/** The assignments of one claim: all for the platform desk, its own for a member. */
export async function listClaimAssignments(actor: Actor, claimId: string): Promise<AssignmentRow[]> {
  await assertCanRead(actor, claimId);
  const own = canEverywhere(actor, "claim.read") ? {} : { memberId: { in: membersFor(actor, "claim.read") } };
  return read({ where: { claimId, ...own }, take: 100 });
}

/**
 * The members whose work a claim is, for one of the purposes: they accepted an assignment, and may have finished it. What a
 * reviewer or a correction asks for later is theirs to add.
 */
export async function workersOn(
  claimId: string,
  ...purposes: readonly AssignmentPurpose[]
): Promise<string[]> {
  const held = await db.assignment.findMany({
    where: { claimId, status: { in: ["accepted", "done"] }, purpose: { in: [...purposes] } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return held.map(({ memberId }) => memberId);
}
