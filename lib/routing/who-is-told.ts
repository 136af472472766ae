import { givenStates } from "#lib/access/holding";
import { ruleOf } from "#lib/access/permissions";
import type { Role } from "#lib/access/roles";
import { type AssignmentPurpose, purposePermission } from "#lib/claims/work/status";
import type { Level } from "#lib/clocks/ladders";
import { secondContactsOf } from "#lib/members/contacts";
import { listNamedMembers, type NamedMember } from "#lib/members/queries";
import { db, type Tx } from "#lib/platform/db";
import { concernedIn } from "./concerned.ts";
import { isForOthers } from "./guards.ts";
import { deskOf, levelsAbove } from "./levels-above.ts";

/** Who could be told, as the directory and its people are now. */
export type Network = {
  members: readonly NamedMember[];
  deskId: string;
  /** The roles that people have at each member. */
  roles: ReadonlyMap<string, ReadonlySet<Role>>;
  /** The members that have somebody to tell when nobody answers. */
  contacts: ReadonlySet<string>;
};

/** Reads the network once for many clocks. */
export async function loadNetwork(): Promise<Network> {
  const [members, rows] = await Promise.all([
    listNamedMembers(),
    db.membership.findMany({
      where: { user: { removedAt: null } },
      distinct: ["memberId", "role"],
      select: { memberId: true, role: true },
    }),
  ]);
  const roles = new Map<string, Set<Role>>();
  for (const { memberId, role } of rows)
    roles.set(memberId, (roles.get(memberId) ?? new Set<Role>()).add(role));
  const contacts = await secondContactsOf([...roles.keys()]);
  return { members, deskId: deskOf(members)?.id ?? "", roles, contacts: new Set(contacts.keys()) };
}

/** What a clock runs for: work that a member was offered, or the platform's own part of a claim. */
export type Waiting = {
  claim: { wording: string; assignments: readonly Work[] };
  work: Work | null;
};
type Work = { memberId: string; purpose: AssignmentPurpose };

/** What claims say, and who was given a part of each. */
export async function readWaiting(
  tx: Tx,
  claimIds: readonly string[],
): Promise<Map<string, Waiting["claim"]>> {
  const rows = await tx.$queryRaw<(Waiting["claim"] & { id: string })[]>`
    SELECT claims.id::text, wording, coalesce(
      json_agg(json_build_object('memberId', member_id, 'purpose', purpose)) FILTER (WHERE member_id IS NOT NULL),
      '[]') AS assignments
    FROM claims LEFT JOIN assignments work ON work.claim_id = claims.id AND work.status = ANY(${[...givenStates]})
    WHERE claims.id = ANY(${[...claimIds]}::uuid[]) GROUP BY claims.id`;
  return new Map(rows.map(({ id, ...claim }) => [id, claim]));
}

/** The member whose people are told at a level; null where there is nobody. The duty editor is always there. */
export function whoIsTold(network: Network, level: Level, waiting: Waiting): string | null {
  const { deskId, contacts } = network;
  const ownId = waiting.work?.memberId ?? deskId;
  if (level === 1) return contacts.has(ownId) ? ownId : null;
  return level === 2 ? waiting.work && nextLevel(network, waiting.claim, waiting.work) : deskId;
}

/** The nearest above that has people who may do the work, and whom nothing keeps from it (guards.ts). */
function nextLevel(
  { members, deskId, roles }: Network,
  { wording, assignments }: Waiting["claim"],
  { memberId, purpose }: Work,
): string | null {
  const about = isForOthers(purpose) ? concernedIn(wording, members) : new Set<string>();
  const others: readonly AssignmentPurpose[] = isForOthers(purpose) ? ["verify", "write"] : [purpose];
  const holders = new Set(
    assignments.filter((work) => others.includes(work.purpose)).map((work) => work.memberId),
  );
  const has = (id: string, wanted: readonly Role[]) => wanted.some((role) => roles.get(id)?.has(role));
  const able = levelsAbove(memberId, members).find(({ id }) =>
    id === deskId
      ? has(id, ruleOf("assignment.recall").platform)
      : has(id, ruleOf(purposePermission[purpose]).member) && !about.has(id) && !holders.has(id),
  );
  return able?.id ?? null;
}

/** A level that is told, whose people, and when. */
export type Telling = { level: Level; to: string; at: Date };

/** Steps with whom they tell: one that has nobody to tell passes on at once to the next that has, which then is told no more. */
export function tellingsOf(
  steps: readonly { level: Level; at: Date }[],
  whoAt: (level: Level) => string | null,
): Telling[] {
  const tellings: Telling[] = [];
  for (const [place, { level: from, at }] of steps.entries()) {
    if ((tellings.at(-1)?.level ?? 0) >= from) continue;
    const found = steps.slice(place).flatMap(({ level }) => {
      const to = whoAt(level);
      return to === null ? [] : { level, to, at };
    });
    tellings.push(...found.slice(0, 1));
  }
  return tellings;
}
