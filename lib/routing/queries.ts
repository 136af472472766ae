import type { Actor } from "#lib/access/actor";
import { assertCan, canEverywhere, membersFor } from "#lib/access/can";
import { heldStates, isHeld } from "#lib/access/holding";
import { type Named, nameClaims, type ReadableClaim } from "#lib/claims/read-claim";
import { assignmentStatuses } from "#lib/claims/work/status";
import { workClocks } from "#lib/clocks/queries";
import { type Page, readPage } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";
import type { AssignmentFilter } from "./schema.ts";

const PAGE = 30;

const select = {
  id: true,
  purpose: true,
  status: true,
  instructions: true,
  clocks: workClocks,
  offeredAt: true,
  respondedAt: true,
  returnReason: true,
  doneAt: true,
  member: { select: { id: true, zh: true, en: true } },
  assignedTo: { select: { id: true, name: true } },
  proposedTo: { select: { id: true, name: true } },
  claim: {
    select: { id: true, number: true, wording: true, status: true, urgency: true, reportCount: true },
  },
} as const;

/** Work and what it is about; whoever gave it back does not read its wording any more. */
export type AssignmentRow = Named<Prisma.AssignmentGetPayload<{ select: typeof select }>>;

const statesOf = {
  open: [...heldStates],
  done: assignmentStatuses.filter((status) => !isHeld(status)),
  all: undefined,
};

/** The assignments of the actor's own members, or of all for the platform desk; newest first. */
export async function listAssignments(actor: Actor, filter: AssignmentFilter): Promise<Page<AssignmentRow>> {
  assertCan(actor, "assignment.list");
  const own = canEverywhere(actor, "assignment.list")
    ? {}
    : { memberId: { in: membersFor(actor, "assignment.list") } };
  const states = statesOf[filter.state];
  const where = { ...own, ...(states && { status: { in: states } }), ...whoseWork(actor, filter) };
  const page = await readPage("offeredAt", { cursor: filter.cursor, limit: PAGE }, ({ behind, ...rest }) =>
    db.assignment.findMany({ where: { ...where, ...behind }, select, ...rest }),
  );
  return { ...page, items: await nameClaims(actor, page.items) };
}

function whoseWork({ userId }: Actor, { whose }: AssignmentFilter): Prisma.AssignmentWhereInput {
  if (whose === "everybody") return {};
  return { assignedToId: whose === "mine" ? userId : null };
}

/** The assignments of one claim: all for the platform desk, its own for a member. */
export async function listClaimAssignments({ id, actor }: ReadableClaim): Promise<AssignmentRow[]> {
  const own = canEverywhere(actor, "claim.read") ? {} : { memberId: { in: membersFor(actor, "claim.read") } };
  const orderBy = [{ offeredAt: "desc" as const }, { id: "desc" as const }];
  return db.assignment.findMany({ where: { claimId: id, ...own }, select, orderBy, take: 100 });
}
