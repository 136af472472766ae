import { givenStates } from "#lib/access/holding";
import { type Permission, ruleOf } from "#lib/access/permissions";
import type { EventData, EventType } from "#lib/audit/event-types";
import type { AssignmentPurpose } from "#lib/claims/work/status";
import { hasPart } from "#lib/editorial/comparison";
import { isReviewStage, stagePermission } from "#lib/editorial/status";
import { secondContactsOf } from "#lib/members/contacts";
import { whoIsThere } from "#lib/members/who-is-there";
import { now } from "#lib/platform/clock";
import { db, type Prisma } from "#lib/platform/db";
import { isId } from "#lib/platform/id";
import type { Group } from "./audience.ts";

/** An event as far as people are found by it. */
export type ToldEvent = {
  id: string;
  seq: bigint;
  type: EventType;
  subjectId: string;
  claimId: string | null;
  data: EventData;
};

/** People, and the members whose thing it is: who has no role at the platform desk is told in the name of one of them. */
export type Found = { userIds: readonly string[]; memberIds: readonly string[] };

const nobody: Found = { userIds: [], memberIds: [] };

/** What somebody did with a claim that makes it theirs too. */
const partTypes: readonly EventType[] = [
  "claim.triaged",
  "route.confirmed",
  "assignment.accepted",
  "evidence.added",
  "finding.submitted",
  "draft.saved",
  "draft.submitted",
  "review.approved",
  "review.returned",
  "correction.opened",
  "debunk.published",
  "debunk.corrected",
];
/** Longer ago than that nobody looks for. */
const MOST_EVENTS = 500;

/** The people of a group, as things are now. */
export async function findPeople(group: Group, event: ToldEvent): Promise<Found> {
  switch (group.who) {
    case "desk":
      return { userIds: await atDesk(group.may), memberIds: [] };
    case "member": {
      const memberIds = named(event.data.member);
      if (group.may !== "work") return { userIds: await atMembers(memberIds, group.may), memberIds };
      const able = await atMembers(memberIds, workOf(event.data.purpose));
      const there = await whoIsThere(memberIds, able, now());
      return { userIds: [...new Set([...there, ...(await ownerOf(event.subjectId))])], memberIds };
    }
    case "contacts": {
      const memberIds = named(event.data.to);
      return { userIds: [...(await secondContactsOf(memberIds)).values()].flat(), memberIds };
    }
    case "passed-on":
      return passedOn(named(event.data.to), event);
    case "holders": {
      const memberIds = await holdersOf(event.claimId, group.purpose);
      return { userIds: await atMembers(memberIds, group.may), memberIds };
    }
    case "author":
      return { userIds: await authorOf(group, event), memberIds: await holdersOf(event.claimId) };
    case "part":
      return { userIds: await partOf(event), memberIds: await holdersOf(event.claimId) };
    case "writer":
      return writerOf(event.subjectId);
    case "reviewers":
      return reviewersOf(event.subjectId);
    case "given":
      return {
        userIds: [event.data.person].filter((id) => typeof id === "string"),
        memberIds: [event.data.member].filter((id) => typeof id === "string"),
      };
    case "subject": {
      const memberIds = await membersOf(event.subjectId);
      return { userIds: [event.subjectId], memberIds };
    }
  }
}

const named = (id: unknown): string[] => (typeof id === "string" ? [id] : []);

/** The people of the member to which work is passed on. */
async function passedOn(memberIds: readonly string[], { data }: ToldEvent): Promise<Found> {
  const [own, desk] = await Promise.all([
    atMembers(memberIds, workOf(data.purpose)),
    db.member.count({ where: { id: { in: [...memberIds] }, tier: "1" } }),
  ]);
  return { userIds: desk > 0 ? await atDesk("assignment.recall") : own, memberIds };
}

/** What somebody has to be allowed to take work of a purpose. */
const workOf = (purpose: unknown): Permission => `assignment.${purpose as AssignmentPurpose}`;

const idsOf = async (where: Prisma.MembershipWhereInput): Promise<string[]> => {
  const rows = await db.membership.findMany({
    where: { ...where, user: { removedAt: null } },
    distinct: ["userId"],
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
};

const atDesk = (may: Permission) => idsOf({ role: { in: [...ruleOf(may).platform] }, member: { tier: "1" } });

const atMembers = (memberIds: readonly string[], may: Permission) =>
  idsOf({ memberId: { in: [...memberIds] }, role: { in: [...ruleOf(may).member] } });

/** Whose work it is within the member, also when they are away. */
async function ownerOf(assignmentId: string): Promise<string[]> {
  const found = await db.assignment.findUnique({
    where: { id: assignmentId },
    select: { assignedToId: true },
  });
  return found?.assignedToId ? [found.assignedToId] : [];
}

async function membersOf(userId: string): Promise<string[]> {
  const rows = isId(userId)
    ? await db.membership.findMany({ where: { userId }, distinct: ["memberId"], select: { memberId: true } })
    : [];
  return rows.map(({ memberId }) => memberId);
}

/** The members that the claim was given to and who did not return it. */
async function holdersOf(claimId: string | null, purpose?: AssignmentPurpose): Promise<string[]> {
  if (!claimId) return [];
  const rows = await db.assignment.findMany({
    where: { claimId, status: { in: [...givenStates] }, ...(purpose && { purpose }) },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return rows.map(({ memberId }) => memberId);
}

async function authorOf({ of, about }: Group & { who: "author" }, event: ToldEvent): Promise<string[]> {
  const { subjectId, claimId, seq } = event;
  if (!claimId) return [];
  const found = await db.event.findFirst({
    where: { claimId, type: { in: [...of] }, seq: { lt: seq }, ...(about === "subject" && { subjectId }) },
    orderBy: { seq: "desc" },
    select: { actorUserId: true },
  });
  return found?.actorUserId ? [found.actorUserId] : [];
}

async function partOf({ claimId }: ToldEvent): Promise<string[]> {
  if (!claimId) return [];
  const rows = await db.event.findMany({
    where: { claimId, type: { in: [...partTypes] }, actorUserId: { not: null } },
    orderBy: { seq: "desc" },
    take: MOST_EVENTS,
    select: { actorUserId: true },
  });
  return [...new Set(rows.flatMap(({ actorUserId }) => actorUserId ?? []))];
}

const draftSelect = {
  status: true,
  memberId: true,
  latestVersion: true,
  versions: { orderBy: { number: "desc" }, select: { writerId: true } },
  reviews: { select: { reviewerId: true, version: { select: { number: true } } } },
} as const;

const loadDraft = async (id: string) =>
  isId(id) ? db.draft.findUnique({ where: { id }, select: draftSelect }) : null;

async function writerOf(draftId: string): Promise<Found> {
  const draft = await loadDraft(draftId);
  const [latest] = draft?.versions ?? [];
  return draft && latest ? { userIds: [latest.writerId], memberIds: [draft.memberId] } : nobody;
}

/** Whoever may do the review that the text waits for now. */
async function reviewersOf(draftId: string): Promise<Found> {
  const draft = await loadDraft(draftId);
  if (!draft || !isReviewStage(draft.status)) return nobody;
  const may = stagePermission[draft.status];
  const [desk, own] = await Promise.all([atDesk(may), atMembers([draft.memberId], may)]);
  const userIds = [...new Set([...desk, ...own])].filter((id) => !hasPart(draft, id));
  return { userIds, memberIds: [draft.memberId] };
}
