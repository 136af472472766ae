import type { Actor } from "#lib/access/actor";
import { canEverywhere } from "#lib/access/can";
import { listMemberChoices } from "#lib/members/queries";
import { foretellWork } from "#lib/routing/foretell";
import { listAssignments } from "#lib/routing/queries";
import type { AssignmentFilter } from "#lib/routing/schema";
import { holdWork } from "./hold-work.ts";

/** A page of the actor's assignments with what they may do with each, and the members to whom work can go. */
export async function listWork(actor: Actor, filter: AssignmentFilter) {
  const { items, nextCursor } = await listAssignments(actor, filter);
  const [steps, held] = await Promise.all([foretellWork(items.map(({ id }) => id)), holdWork(actor, items)]);
  const rows = held.map((row) => ({ ...row, steps: steps.get(row.id) ?? [] }));
  return {
    filter,
    page: { items: rows, nextCursor },
    members: rows.some(({ permits }) => permits.handOver) ? await listMemberChoices() : [],
    ownId: actor.userId,
    isWholeNetwork: canEverywhere(actor, "assignment.list"),
  };
}
