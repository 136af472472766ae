import { describe, expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { type EventType, eventTypes } from "#lib/audit/event-types";
import { closeClaim } from "#lib/claims/close-claim";
import { reopenClaim } from "#lib/claims/reopen-claim";
import { askReporter } from "#lib/claims/talk/ask-reporter";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { mayReadEvent } from "#lib/desk/may-read-event";
import { messages } from "#lib/i18n/messages";
import { changeRoles } from "#lib/members/change-roles";
import { giveDuty } from "#lib/members/give-duty";
import { removePerson } from "#lib/members/remove-person";
import { takeLeave } from "#lib/members/take-leave";
import { at } from "#lib/platform/at";
import { dayOf, days, after as later, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { assignPerson } from "#lib/routing/assign-person";
import { recallAssignment } from "#lib/routing/recall-assignment";
import { returnAssignment } from "#lib/routing/return-assignment";
import { eventOf } from "#lib/telling/testing/to-tell";
import { reactions } from "#lib/worker";
import { seedAlert } from "#seed/alerts";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { audiences } from "./audience.ts";
import { forgetAlerts } from "./forget-alerts.ts";
import { openAlert } from "./open-alert.ts";
import { countUnread, listAlerts } from "./queries.ts";
import { readAlert, readAlerts } from "./read-alerts.ts";
import { alertKinds } from "./vocabulary.ts";

const platform = "sc-piyao";
const person = (memberId: string, ...roles: Role[]) =>
  seedPerson({ roles: roles.map((role) => ({ memberId, role })) });

/** The newest event of a kind, told as the worker tells it. */
async function tell(type: EventType, { id: claimId }: Pick<SeededClaim, "id">) {
  const event = await eventOf({ type, claimId });
  await reactionTo(type)(event);
  return event;
}

function reactionTo(type: EventType) {
  const named: Record<string, Record<string, unknown>> = reactions;
  const tellInside = named[type]?.tellInside as (event: { id: string }) => Promise<void>;
  if (!tellInside) throw new Error(`nobody is told of ${type}`);
  return tellInside;
}

const toldTo = async ({ id: userId }: SeededPerson) =>
  (await db.alert.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

const shownTo = async (someone: SeededPerson) =>
  (await listAlerts(actorOf(someone), { show: "all" })).items.map(({ kind }) => kind);

describe("who is told what", () => {
  it("is said of every event that there is, and done for those of which somebody is told", () => {
    expect(Object.keys(audiences).toSorted()).toEqual(Object.keys(eventTypes).toSorted());
    const told = Object.entries(audiences).flatMap(([type, rules]) => (rules ? type : []));
    const worked = Object.entries(reactions).flatMap(([type, named]) => ("tellInside" in named ? type : []));
    expect(worked.toSorted()).toEqual(told.toSorted());
    const kinds = Object.values(audiences).flatMap((rules) => (rules ?? []).map(({ kind }) => kind));
    expect([...new Set(kinds)].toSorted()).toEqual(alertKinds.toSorted());
    for (const { alerts } of Object.values(messages)) expect(Object.keys(alerts.kind)).toEqual(alertKinds);
  });

  it("tells of offered work whoever may take it at that member, and neither others nor who offered it", async () => {
    const claim = await seedClaim({ status: "assigned" });
    const [coordinator, verifier, writer, moderator] = await Promise.all([
      person(claim.lead, "coordinator"),
      person(claim.lead, "verifier"),
      person(claim.lead, "writer"),
      person(platform, "moderator"),
    ]);
    const offer = await db.event.findFirstOrThrow({
      where: {
        type: "assignment.offered",
        claimId: claim.id,
        data: { path: ["member"], equals: claim.lead },
      },
    });
    await reactionTo("assignment.offered")(offer);
    expect(await toldTo(coordinator)).toEqual(["work-offered"]);
    expect(await toldTo(verifier)).toEqual(["work-offered"]);
    for (const other of [writer, moderator, claim.crew.moderator]) expect(await toldTo(other)).toEqual([]);
    // Whoever is told may read the event.
    expect(mayReadEvent(actorOf(verifier), { type: offer.type, members: [offer.data.member] })).toBe(true);
  });

  it("tells of offered work nobody who is away: who is on duty, or who stands in", async () => {
    const lead = "cac-511600";
    const claim = await seedClaim({ status: "assigned", lead });
    const [coordinator, onDuty, deputy] = await Promise.all([
      person(lead, "coordinator"),
      person(lead, "verifier"),
      person(lead, "verifier"),
    ]);
    const today = dayOf(now());
    const days = { memberId: lead, userId: onDuty.id, from: today, until: today };
    expect(await giveDuty(actorOf(coordinator), days)).toEqual({ ok: true });
    const offer = await db.event.findFirstOrThrow({
      where: { type: "assignment.offered", claimId: claim.id, data: { path: ["member"], equals: lead } },
    });
    const everybody = () => Promise.all([coordinator, onDuty, deputy].map(toldTo));
    await reactionTo("assignment.offered")(offer);
    expect(await everybody()).toEqual([[], ["work-offered"], []]);
    expect(await takeLeave(actorOf(onDuty), { ...days, deputyId: deputy.id })).toEqual({ ok: true });
    await db.alert.deleteMany({ where: { userId: onDuty.id } });
    await reactionTo("assignment.offered")(offer);
    expect(await everybody()).toEqual([[], [], ["work-offered"]]);
  });

  it("tells whom of the member work is given to, and whoever has it hears of it also when away", async () => {
    const lead = "cac-511700";
    const claim = await seedClaim({ status: "assigned", lead });
    const [coordinator, verifier] = [await person(lead, "coordinator"), await person(lead, "verifier")];
    const { id: assignmentId } = await db.assignment.findFirstOrThrow({
      where: { claimId: claim.id, memberId: lead },
    });
    const given = await assignPerson(actorOf(coordinator), { assignmentId, userId: verifier.id });
    expect(given).toEqual({ ok: true });
    await tell("assignment.assigned", claim);
    expect(await toldTo(verifier)).toEqual(["work-given"]);
    expect(await toldTo(coordinator)).toEqual([]);
    const today = dayOf(now());
    const leave = { memberId: lead, userId: verifier.id, from: today, until: today };
    expect(await takeLeave(actorOf(verifier), leave)).toEqual({ ok: true });
    await recallAssignment(claim.actors.moderator, { assignmentId, reason: "改派" });
    const recalled = { type: "assignment.withdrawn", subjectId: assignmentId } as const;
    await reactionTo(recalled.type)(await db.event.findFirstOrThrow({ where: recalled }));
    expect(await toldTo(verifier)).toEqual(["work-given", "work-recalled"]);
  });

  it("tells once, however often and by however many workers it is told", async () => {
    const claim = await seedClaim({ urgency: "P0", status: "triaged" });
    const [one, other] = [await person(platform, "moderator"), await person(platform, "duty-editor")];
    const event = await eventOf({ type: "claim.triaged", claimId: claim.id });
    await Promise.all(Array.from({ length: 8 }, () => reactionTo("claim.triaged")(event)));
    await reactionTo("claim.triaged")(event);
    expect(await toldTo(one)).toEqual(["urgent"]);
    expect(await toldTo(other)).toEqual(["urgent"]);
    // What nobody has read is not said again when the claim is raised or revised.
    await db.event.create({
      data: { ...bare(claim.id), type: "claim.raised", data: { urgency: "P0" } },
    });
    await tell("claim.raised", claim);
    expect(await toldTo(one)).toEqual(["urgent"]);
  });

  it("tells of a claim of another class, or of one that is kept apart, nobody", async () => {
    const duty = await person(platform, "duty-editor");
    const claim = await seedClaim({ urgency: "P1", status: "triaged" });
    await tell("claim.triaged", claim);
    const apart = await seedClaim({ urgency: "P0" });
    await db.claim.update({ where: { id: apart.id }, data: { suspicion: "flood" } });
    await tell("claim.received", apart);
    expect(await toldTo(duty)).toEqual([]);
    await db.claim.update({ where: { id: apart.id }, data: { suspicion: null } });
    await tell("claim.received", apart);
    expect(await toldTo(duty)).toEqual(["urgent"]);
    expect(await toldTo(await person(platform, "admin"))).toEqual([]);
  });

  it("tells of a text in review whoever may do that review, never its writer or who did one before", async () => {
    const first = await seedPerson({
      roles: [
        { memberId: "dept-health", role: "reviewer" },
        { memberId: platform, role: "reviewer" },
      ],
    });
    const claim = await seedClaim({ status: "review-2", crew: { firstReviewer: first } });
    const [second, duty] = [await person(platform, "reviewer"), await person(platform, "duty-editor")];
    const ofWriter = await person(claim.writer, "reviewer", "writer");
    await tell("review.approved", claim);
    expect(await toldTo(second)).toEqual(["review-waiting"]);
    expect(await toldTo(claim.crew.secondReviewer)).toEqual(["review-waiting"]);
    for (const other of [first, duty, claim.crew.writer, ofWriter]) expect(await toldTo(other)).toEqual([]);
  });

  it("tells whoever asked a reporter of the answer, and whoever works on the claim of the question", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const [report] = claim.reports;
    if (!report) throw new Error("there is no report");
    const [asker, colleague] = [claim.crew.verifier, await person(claim.lead, "coordinator")];
    expect(await askReporter(actorOf(asker), { reportId: report.id, text: "在哪里看到的？" })).toEqual({
      ok: true,
    });
    await tell("report.questioned", claim);
    await replyByReceipt({ receipt: report.receipt, text: "在路口" });
    await tell("report.replied", claim);
    expect(await toldTo(asker)).toEqual(["reporter-answered"]);
    expect(await toldTo(colleague)).toEqual(["reporter-asked", "reporter-answered"]);
    expect(await toldTo(await person(platform, "moderator"))).toEqual([]);
  });

  it("tells whose decision a colleague has undone, and nobody of their own doing", async () => {
    const claim = await seedClaim({ status: "received" });
    const [one, other] = [await person(platform, "moderator"), await person(platform, "moderator")];
    const input = { claimId: claim.id, closing: "opinion", note: "看法" } as const;
    expect(await closeClaim(actorOf(one), { ...input, version: claim.version })).toEqual({ ok: true });
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const reopen = { claimId: claim.id, version, reason: "再看看" };
    expect(await reopenClaim(actorOf(other), reopen)).toEqual({ ok: true });
    await tell("claim.reopened", claim);
    expect(await toldTo(one)).toEqual(["decision-undone"]);
    expect(await toldTo(other)).toEqual([]);
  });

  it("tells whoever asked for it of returned work, or all who may ask others when they are gone", async () => {
    const claim = await seedClaim({ status: "assigned" });
    const [assignment] = await db.assignment.findMany({ where: { claimId: claim.id, memberId: claim.lead } });
    const coordinator = await person(claim.lead, "coordinator");
    const input = { assignmentId: assignment?.id ?? "", reason: "不归我们管" };
    expect(await returnAssignment(actorOf(coordinator), input)).toMatchObject({ ok: true });
    const colleague = await person(platform, "duty-editor");
    const event = await tell("assignment.returned", claim);
    expect(await toldTo(claim.crew.moderator)).toEqual(["work-returned"]);
    expect(await toldTo(colleague)).toEqual([]);
    await db.membership.deleteMany({ where: { userId: claim.crew.moderator.id } });
    await reactionTo("assignment.returned")(event);
    expect(await toldTo(colleague)).toEqual(["work-returned"]);
  });

  it("tells all who had a part of the publication", async () => {
    const claim = await seedClaim({ status: "published" });
    await tell("debunk.published", claim);
    const { moderator, verifier, writer, firstReviewer, secondReviewer, dutyEditor } = claim.crew;
    for (const one of [moderator, verifier, writer, firstReviewer, secondReviewer])
      expect(await toldTo(one)).toEqual(["published"]);
    // It was their own doing.
    expect(await toldTo(dutyEditor)).toEqual([]);
  });
});

const bare = (claimId: string) => ({
  id: newId(),
  at: now(),
  actorKind: "system" as const,
  claimId,
  subjectId: claimId,
});

describe("an alert is shown", () => {
  it("as long as its person may see what it is about, counted and listed by the same rule", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const [verifier, moderator] = [claim.crew.verifier, claim.crew.moderator];
    const about = { claimId: claim.id, memberId: claim.lead };
    const asked = await seedAlert(verifier, { kind: "reporter-asked", ...about });
    const ofWork = await seedAlert(verifier, { kind: "work-recalled", ...about });
    expect(await shownTo(verifier)).toEqual(["work-recalled", "reporter-asked"]);
    expect(await openAlert(actorOf(verifier), asked)).toBe(`/desk/claims/${claim.id}`);
    const { id: assignmentId } = await db.assignment.findFirstOrThrow({
      where: { claimId: claim.id, memberId: claim.lead },
    });
    await recallAssignment(actorOf(moderator), { assignmentId, reason: "换一家" });
    expect(await shownTo(verifier)).toEqual(["work-recalled"]);
    expect(await countUnread(actorOf(verifier))).toBe(1);
    await expect(openAlert(actorOf(verifier), asked)).rejects.toThrow("NOT_FOUND");
    const [row] = (await listAlerts(actorOf(verifier), { show: "all" })).items;
    expect(row).toMatchObject({ id: ofWork, wording: null });
    expect(await openAlert(actorOf(verifier), ofWork)).toBe("/desk/assignments?state=all");
    expect(await countUnread(actorOf(verifier))).toBe(0);
  });

  it("to nobody whose role no longer allows it", async () => {
    const [claim, duty] = [await seedClaim({ urgency: "P0" }), await person(platform, "duty-editor")];
    await tell("claim.received", claim);
    expect(await shownTo(duty)).toEqual(["urgent"]);
    const admin = actorOf(await person(platform, "admin"));
    await changeRoles(admin, { userId: duty.id, memberId: platform, roles: ["auditor"] });
    const grants = [{ memberId: platform, role: "auditor" as const, tier: "1" as const }];
    expect(await shownTo({ ...duty, grants })).toEqual([]);
    expect(await countUnread(actorOf({ ...duty, grants }))).toBe(0);
  });

  it("to its own person alone, and read by nobody else", async () => {
    const [own, other] = [await person(platform, "moderator"), await person(platform, "moderator")];
    const alertId = await seedAlert(own);
    for (const forged of [
      () => readAlert(actorOf(other), { alertId }),
      () => readAlerts(actorOf(other), { upTo: alertId }),
      () => openAlert(actorOf(other), alertId),
      () => openAlert(actorOf(own), newId()),
      () => openAlert(actorOf(own), "edited"),
    ])
      await expect(forged()).rejects.toThrow("NOT_FOUND");
    expect(await countUnread(actorOf(own))).toBe(1);
    await readAlert(actorOf(own), { alertId });
    expect(await countUnread(actorOf(own))).toBe(0);
  });

  it("page by page, and what came after the page was made stays unread", async () => {
    const own = await person(platform, "moderator");
    const claim = await seedClaim();
    for (let count = 0; count < 31; count += 1)
      await seedAlert(own, { kind: "asked-again", claimId: claim.id });
    const first = await listAlerts(actorOf(own), { show: "unread" });
    expect(first.items).toHaveLength(30);
    const second = await listAlerts(actorOf(own), { show: "unread", cursor: first.nextCursor ?? "" });
    expect([second.items.length, second.nextCursor]).toEqual([1, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    await seedAlert(own, { kind: "asked-again", claimId: claim.id });
    await readAlerts(actorOf(own), { upTo: ids[0] ?? "" });
    expect(await countUnread(actorOf(own))).toBe(1);
  });

  it("at most a hundred are counted", async () => {
    const [own, claim] = [await person(platform, "moderator"), await seedClaim()];
    const alertId = await seedAlert(own, { kind: "asked-again", claimId: claim.id });
    const row = await db.alert.findUniqueOrThrow({ where: { id: alertId } });
    const others = await db.event.findMany({
      where: { NOT: { id: row.eventId } },
      take: 120,
      select: { id: true },
    });
    await db.alert.createMany({ data: others.map(({ id: eventId }) => ({ ...row, id: newId(), eventId })) });
    expect(others.length).toBe(120);
    expect(await countUnread(actorOf(own))).toBe(100);
  });
});

describe("an alert is forgotten", () => {
  it("with its person, in the same transaction, and nobody who has left is told anything", async () => {
    const [own, claim] = [await person(platform, "duty-editor"), await seedClaim({ urgency: "P0" })];
    const event = await tell("claim.received", claim);
    expect(await toldTo(own)).toEqual(["urgent"]);
    const admin = actorOf(await person(platform, "admin"));
    await removePerson(admin, { userId: own.id, memberId: platform });
    expect(await toldTo(own)).toEqual([]);
    await reactionTo("claim.received")(event);
    const late = {
      id: newId(),
      userId: own.id,
      eventId: event.id,
      kind: "urgent" as const,
      memberId: platform,
      at: now(),
    };
    await db.alert.createMany({ data: [late] });
    expect(await toldTo(own)).toEqual([]);
  });

  it("thirty days after it was read, and after ninety in any case", async () => {
    const own = await person(platform, "moderator");
    const [read, unread] = [await seedAlert(own), await seedAlert(own)];
    await readAlert(actorOf(own), { alertId: read });
    const left = async () => (await db.alert.findMany({ where: { userId: own.id } })).map(({ id }) => id);
    await at(later(now(), days(29)), forgetAlerts);
    expect((await left()).toSorted()).toEqual([read, unread].toSorted());
    await at(later(now(), days(31)), forgetAlerts);
    expect(await left()).toEqual([unread]);
    await at(later(now(), days(91)), forgetAlerts);
    expect(await left()).toEqual([]);
  });
});
