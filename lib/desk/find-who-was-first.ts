import type { Actor } from "#lib/access/actor";
import { untold } from "#lib/audit/event-types";
import { eventSelect } from "#lib/audit/queries";
import { readableAmong } from "#lib/claims/read-claim";
import { mapMembers, mapPeople } from "#lib/members/queries";
import { db } from "#lib/platform/db";
import { isId } from "#lib/platform/id";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { mayReadEvent } from "./may-read-event.ts";

/** The beginnings of the kinds of events that decide something about a claim. */
const decisions = [
  "claim.",
  "route.",
  "assignment.",
  "report.separated",
  "draft.submitted",
  "review.",
  "debunk.",
  "correction.",
];
/** What besides is somebody else's step with a text. */
const steps = [...decisions, "draft.saved"];
const LOOKED_AT = 30;

/** The decision that was there first, with the names of all that it mentions. */
export type First = NonNullable<Awaited<ReturnType<typeof findWhoWasFirst>>>;

/** What a decision was about, as its input says it. */
type About = { claimId?: unknown; assignmentId?: unknown; draftId?: unknown };

const isDraft = (id: unknown): id is string => typeof id === "string" && isId(id);

async function claimIdOf({ claimId, assignmentId, draftId }: About): Promise<string | null> {
  if (typeof claimId === "string") return claimId;
  if (isDraft(draftId)) {
    const draft = await db.draft.findUnique({ where: { id: draftId }, select: { claimId: true } });
    return draft?.claimId ?? null;
  }
  if (typeof assignmentId !== "string") return null;
  const work = await db.assignment.findUnique({ where: { id: assignmentId }, select: { claimId: true } });
  return work?.claimId ?? null;
}

/** The latest decision of somebody else about a claim, or step with its text, for whoever came too late with their own; null when they may not know. */
export async function findWhoWasFirst(actor: Actor, about: About) {
  const claimId = await claimIdOf(about);
  if (!claimId || !(await readableAmong(actor, [claimId])).has(claimId)) return null;
  const events = await db.event.findMany({
    where: { claimId, type: { notIn: [...untold] } },
    orderBy: { seq: "desc" },
    take: LOOKED_AT,
    select: eventSelect,
  });
  const event = events.find(
    ({ type, data, actorUserId }) =>
      actorUserId !== actor.userId &&
      (isDraft(about.draftId) ? steps : decisions).some((beginning) => type.startsWith(beginning)) &&
      mayReadEvent(actor, { type, members: [data.member, data.to] }),
  );
  if (!event) return null;
  const facts = new Set(Object.values(event.data).flat());
  const [people, members, topics, divisions] = await Promise.all([
    mapPeople(event.actorUserId ? [event.actorUserId] : []),
    mapMembers([event.actorMemberId, ...facts].filter((fact) => typeof fact === "string")),
    listTopics(),
    listDivisions(),
  ]);
  return {
    event,
    people,
    members: [...members.values()].map(({ id, zh, en }) => ({ id, zh, en })),
    topics: topics.flatMap(({ id, zh, en, subtopics }) => {
      const named = subtopics.filter((subtopic) => facts.has(subtopic.id));
      return named.length > 0 || facts.has(id)
        ? [{ id, zh, en, subtopics: named.map((one) => ({ id: one.id, zh: one.zh, en: one.en })) }]
        : [];
    }),
    divisions: divisions.filter(({ code }) => facts.has(code)).map(({ code, zh, en }) => ({ code, zh, en })),
  };
}
