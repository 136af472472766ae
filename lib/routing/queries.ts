import type { Actor } from "#lib/access/actor";
import { assertCan, can, canEverywhere, membersFor } from "#lib/access/can";
import { heldStates, isHeld } from "#lib/access/holding";
import { type Named, nameClaims, type ReadableClaim } from "#lib/claims/read-claim";
import { assignmentStatuses } from "#lib/claims/work/status";
import { workClocks } from "#lib/clocks/queries";
import { type Page, readPage } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";
import { passedOn, passedOnTo } from "./passed-on.ts";
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
export type AssignmentRow = Named<Prisma.AssignmentGetPayload<{ select: typeof select }>> & {
  /** Whether the claim itself may be opened. */
  isReadable: boolean;
  /** The actor's member to which it is passed on, because the one that was asked does not answer. */
  passedOnTo: string | null;
};

const statesOf = {
  open: [...heldStates],
  done: assignmentStatuses.filter((status) => !isHeld(status)),
  all: undefined,
};

/** The assignments of the actor's own members, or of all for the platform desk; newest first. */
export async function listAssignments(actor: Actor, filter: AssignmentFilter): Promise<Page<AssignmentRow>> {
  assertCan(actor, "assignment.list");
  const where = {
    ...(filter.state === "passed-on" ? passedOn(overseenBy(actor)) : inState(actor, filter.state)),
    ...whoseWork(actor, filter),
  };
  const page = await readPage("offeredAt", { cursor: filter.cursor, limit: PAGE }, ({ behind, ...rest }) =>
    db.assignment.findMany({ where: { ...where, ...behind }, select, ...rest }),
  );
  return { ...page, items: await named(actor, page.items) };
}

function inState(actor: Actor, state: keyof typeof statesOf): Prisma.AssignmentWhereInput {
  const own = canEverywhere(actor, "assignment.list")
    ? {}
    : { memberId: { in: membersFor(actor, "assignment.list") } };
  const states = statesOf[state];
  return { ...own, ...(states && { status: { in: states } }) };
}

/** The members in whose name the actor sees what is passed on; the platform desk sees all of it. */
const overseenBy = (actor: Actor): string[] | undefined =>
  canEverywhere(actor, "assignment.list") ? undefined : membersFor(actor, "assignment.list");

/** With the wordings that the actor may read: of claims of their own, and of what is passed on to their member. */
async function named(
  actor: Actor,
  rows: readonly Prisma.AssignmentGetPayload<{ select: typeof select }>[],
): Promise<AssignmentRow[]> {
  const [readable, passed] = await Promise.all([
    nameClaims(actor, rows),
    passedOnTo(rows.map(({ id }) => id)),
  ]);
  return readable.map((row, at) => {
    const toMember = passed.get(row.id);
    const isOverseen = toMember !== undefined && can(actor, "assignment.list", { memberIds: [toMember] });
    const wording = row.claim.wording ?? (isOverseen ? (rows[at]?.claim.wording ?? null) : null);
    return {
      ...row,
      claim: { ...row.claim, wording },
      isReadable: row.claim.wording !== null,
      passedOnTo: isOverseen ? toMember : null,
    };
  });
}

function whoseWork({ userId }: Actor, { whose }: AssignmentFilter): Prisma.AssignmentWhereInput {
  if (whose === "everybody") return {};
  return { assignedToId: whose === "mine" ? userId : null };
}

/** The assignments of one claim: all for the platform desk, its own for a member. */
export async function listClaimAssignments({ id, actor }: ReadableClaim): Promise<AssignmentRow[]> {
  const own = canEverywhere(actor, "claim.read") ? {} : { memberId: { in: membersFor(actor, "claim.read") } };
  const orderBy = [{ offeredAt: "desc" as const }, { id: "desc" as const }];
  const rows = await db.assignment.findMany({ where: { claimId: id, ...own }, select, orderBy, take: 100 });
  return rows.map((row) => ({ ...row, isReadable: true, passedOnTo: null }));
}
