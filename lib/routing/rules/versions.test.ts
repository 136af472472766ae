import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { changeRoles } from "#lib/members/change-roles";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { confirmRoute } from "../confirm-route.ts";
import { previewRoute } from "../preview-route.ts";
import { approveRules } from "./approve-rules.ts";
import { draftRules as draftFrom } from "./draft-rules.ts";
import { dryRun } from "./dry-run.ts";
import { saveRuleSchema } from "./form-schema.ts";
import { discardRules, proposeRules, returnRules } from "./propose-rules.ts";
import { getActiveRules } from "./queries.ts";
import { rollBackRules } from "./roll-back-rules.ts";
import { removeRule, saveRule } from "./save-rule.ts";

let author: Actor;
let other: Actor;

const newManager = async () =>
  actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "duty-editor" }] }));

beforeAll(async () => {
  await readyReference();
  [author, other] = [await newManager(), await newManager()];
});

async function draftRules(actor: Actor): Promise<{ id: string }> {
  const outcome = await draftFrom(actor, { ruleSetId: (await getActiveRules()).id });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

const load = (id: string) =>
  db.ruleSet.findUniqueOrThrow({ where: { id }, include: { rules: { orderBy: { priority: "asc" } } } });

const seenOf = async (id: string) => ({ ruleSetId: id, version: (await load(id)).version });

/** A form that sends food to a member first. */
const foodTo = (memberId: string, seen: { ruleSetId: string; version: number }, priority = "5") =>
  saveRuleSchema.parse({ ...seen, priority, topics: "food", lead: `member:${memberId}`, note: "试行" });

/** A draft that sends food to a member. */
async function draftFor(memberId: string, by = author): Promise<string> {
  const { id } = await draftRules(by);
  const there = (await load(id)).rules.find(({ priority }) => priority === 5);
  const rule = { ...foodTo(memberId, await seenOf(id)), ruleId: there?.id };
  expect(await saveRule(by, rule)).toEqual({ ok: true });
  return id;
}

async function proposedFor(memberId: string): Promise<string> {
  const id = await draftFor(memberId);
  expect(await proposeRules(author, { ...(await seenOf(id)), note: "食品先派这里" })).toEqual({ ok: true });
  return id;
}

async function activeFor(memberId: string): Promise<string> {
  const id = await proposedFor(memberId);
  expect(await approveRules(other, await seenOf(id))).toEqual({ ok: true });
  return id;
}

const food = () => seedClaim({ status: "triaged", topicId: "food", places: [] });

describe("a version of the rules", () => {
  it("is drafted, proposed and consented to, takes the place of the one before, and each step is told", async () => {
    const before = await getActiveRules();
    const id = await activeFor("dept-health");
    const active = await load(id);
    expect(active).toMatchObject({
      status: "active",
      consent: "given",
      createdById: author.userId,
      approvedById: other.userId,
      basedOnId: before.id,
    });
    expect(active.rules).toHaveLength(before.rules.length + 1);
    expect(await load(before.id)).toMatchObject({ status: "retired" });
    const told = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(told.map(({ type }) => type)).toEqual([
      "rules.drafted",
      "rules.edited",
      "rules.proposed",
      "rules.activated",
    ]);
    const claim = await food();
    expect(await previewRoute(other, claim.id)).toMatchObject({
      lead: { id: "dept-health" },
      ruleSet: { id, number: active.number },
    });
  });

  it("never changes once it was active, nor do its rules, and is never deleted", async () => {
    const { id } = await getActiveRules();
    const { rules } = await load(id);
    const [rule] = rules;
    if (!rule) throw new Error("there are no rules");
    await expect(db.ruleSet.update({ where: { id }, data: { note: "anders" } })).rejects.toThrow(
      /stays as it was/,
    );
    await expect(db.ruleSet.delete({ where: { id } })).rejects.toThrow(/never deleted/);
    await expect(db.rule.update({ where: { id: rule.id }, data: { priority: 1 } })).rejects.toThrow(/draft/);
    await expect(db.rule.delete({ where: { id: rule.id } })).rejects.toThrow(/draft/);
    await expect(db.rule.create({ data: { ...rule, id: author.userId, priority: 2 } })).rejects.toThrow(
      /draft/,
    );
    await expect(saveRule(author, foodTo("dept-tax", await seenOf(id)))).resolves.toEqual({
      ok: false,
      reason: "RULES_EDITED",
    });
  });

  it("is consented to by nobody who had a hand in it, and the database says so too", async () => {
    const id = await draftFor("dept-tax");
    const third = await newManager();
    expect(await saveRule(third, foodTo("dept-water", await seenOf(id), "6"))).toEqual({ ok: true });
    expect(await proposeRules(author, { ...(await seenOf(id)), note: "税务" })).toEqual({ ok: true });
    for (const actor of [author, third])
      expect(await approveRules(actor, await seenOf(id))).toEqual({ ok: false, reason: "OWN_RULES" });
    const given = { status: "active", consent: "given", activatedAt: new Date() } as const;
    for (const { userId } of [author, third]) {
      const alone = db.$transaction(async (tx) => {
        await tx.ruleSet.updateMany({
          where: { status: "active" },
          data: { status: "retired", retiredAt: new Date() },
        });
        await tx.ruleSet.update({ where: { id }, data: { ...given, approvedById: userId } });
      });
      await expect(alone).rejects.toThrow(/rule_sets_two_people/);
    }
    expect(await discardRules(author, await seenOf(id))).toEqual({ ok: true });
  });

  it("goes back to be worked on, and is edited as it was seen or not at all", async () => {
    const id = await proposedFor("dept-tax");
    expect(await saveRule(author, foodTo("dept-water", await seenOf(id), "6"))).toMatchObject({ ok: false });
    const old = await seenOf(id);
    expect(await returnRules(other, old)).toEqual({ ok: true });
    expect(await saveRule(author, foodTo("dept-water", old, "6"))).toMatchObject({ reason: "RULES_EDITED" });
    const rule = (await load(id)).rules.find(({ priority }) => priority === 5);
    const again = { ...foodTo("dept-water", await seenOf(id), "7"), ruleId: rule?.id };
    expect(await saveRule(author, again)).toEqual({ ok: true });
    expect((await load(id)).rules.map(({ priority }) => priority)).not.toContain(5);
    expect(await removeRule(author, { ...(await seenOf(id)), ruleId: rule?.id ?? "" })).toEqual({ ok: true });
    expect((await load(id)).rules.map(({ priority }) => priority)).not.toContain(7);
    expect(await discardRules(author, await seenOf(id))).toEqual({ ok: true });
    expect(await load(id)).toMatchObject({ status: "retired", activatedAt: null });
  });

  it("takes no two rules of one number, and nobody who is not in the directory", async () => {
    const id = await draftFor("dept-tax");
    const [taken, unknown] = [
      foodTo("dept-tax", await seenOf(id)),
      foodTo("dept-nowhere", await seenOf(id), "8"),
    ];
    await expect(saveRule(author, taken)).rejects.toMatchObject({
      fields: [{ path: "priority", message: "taken" }],
    });
    await expect(saveRule(author, unknown)).rejects.toMatchObject({
      fields: [{ path: "lead", message: "unknown" }],
    });
    expect(await discardRules(author, await seenOf(id))).toEqual({ ok: true });
  });

  it("is for the people of the platform who answer for it, to read for all of the desk", async () => {
    const moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
    await expect(draftRules(moderator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await getActiveRules();
    const back = { ruleSetId: id, insteadOf: id, reason: "x" };
    await expect(rollBackRules(moderator, back)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("when several people are at it", () => {
  it("one of two consents", async () => {
    const id = await proposedFor("dept-market");
    const seen = await seenOf(id);
    const third = await newManager();
    const both = await Promise.all([approveRules(other, seen), approveRules(third, seen)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: "RULES_EDITED" });
  });

  it("one of two versions that were made from the same becomes active, so that nothing of the other is lost", async () => {
    const ids = [await proposedFor("dept-health"), await proposedFor("dept-tax")];
    const seen = await Promise.all(ids.map(seenOf));
    const both = await Promise.all(seen.map((one) => approveRules(other, one)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: "BASE_CHANGED" });
    expect(await db.ruleSet.count({ where: { status: "active" } })).toBe(1);
    const left = ids[both.findIndex(({ ok }) => !ok)] ?? "";
    expect(await approveRules(other, await seenOf(left))).toMatchObject({ reason: "BASE_CHANGED" });
    expect(await returnRules(author, await seenOf(left))).toEqual({ ok: true });
    expect(await proposeRules(author, { ...(await seenOf(left)), note: "x" })).toMatchObject({
      reason: "BASE_CHANGED",
    });
    expect(await discardRules(author, await seenOf(left))).toEqual({ ok: true });
  });

  it("consents to what was read and to no later edit", async () => {
    const id = await proposedFor("dept-market");
    const seen = await seenOf(id);
    const edit = async () => {
      const returned = await returnRules(author, seen);
      return returned.ok ? saveRule(author, foodTo("dept-tax", await seenOf(id), "6")) : returned;
    };
    const [approved, edited] = await Promise.all([approveRules(other, seen), edit()]);
    expect([approved.ok, edited.ok].filter(Boolean)).toHaveLength(1);
    const { status, rules } = await load(id);
    expect(status).toBe(approved.ok ? "active" : "draft");
    expect(rules.some(({ priority }) => priority === 6)).toBe(edited.ok);
    if (!approved.ok) await discardRules(author, await seenOf(id));
  });

  it("gives no consent with a role that was taken away meanwhile", async () => {
    const admin = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "admin" }] }));
    const id = await proposedFor("dept-water");
    const demoted = await newManager();
    const roles = { userId: demoted.userId, memberId: "sc-piyao", roles: ["moderator"] as const };
    expect(await changeRoles(admin, { ...roles, roles: [...roles.roles] })).toEqual({ ok: true });
    await expect(approveRules(demoted, await seenOf(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id: insteadOf } = await getActiveRules();
    const { id: first } = await db.ruleSet.findFirstOrThrow({ where: { number: 1 } });
    const back = { ruleSetId: first, insteadOf, reason: "x" };
    await expect(rollBackRules(demoted, back)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await load(id)).toMatchObject({ status: "proposed" });

    const racing = await newManager();
    const [consent, change] = await Promise.allSettled([
      approveRules(racing, await seenOf(id)),
      changeRoles(admin, { userId: racing.userId, memberId: "sc-piyao", roles: ["moderator"] }),
    ]);
    expect(change.status).toBe("fulfilled");
    const { status, approvedById } = await load(id);
    if (consent.status === "fulfilled") expect([status, approvedById]).toEqual(["active", racing.userId]);
    else expect([status, approvedById]).toEqual(["proposed", null]);
    if (status === "proposed") await discardRules(author, await seenOf(id));
  });

  it("confirms a route as it was seen while the rules change, and tells where they now say otherwise", async () => {
    await activeFor("dept-health");
    const [same, elsewhere] = [await food(), await food()];
    const seen = await previewRoute(other, same.id);
    const ruleSetId = seen?.ruleSet.id ?? "";
    const next = await draftRules(author);
    const forOthers = saveRuleSchema.parse({
      ...(await seenOf(next.id)),
      priority: "6",
      topics: "education",
      lead: "member:dept-tax",
      note: "",
    });
    expect(await saveRule(author, forOthers)).toEqual({ ok: true });
    expect(await proposeRules(author, { ...(await seenOf(next.id)), note: "教育" })).toEqual({ ok: true });
    expect(await approveRules(other, await seenOf(next.id))).toEqual({ ok: true });
    const { version } = same;
    expect(await confirmRoute(other, { claimId: same.id, version, ruleSetId })).toEqual({ ok: true });
    expect(await db.route.findFirstOrThrow({ where: { claimId: same.id } })).toMatchObject({ ruleSetId });

    await activeFor("dept-tax");
    const late = { claimId: elsewhere.id, version: elsewhere.version, ruleSetId };
    expect(await confirmRoute(other, late)).toEqual({ ok: false, reason: "RULES_CHANGED" });
    expect(await db.route.count({ where: { claimId: elsewhere.id } })).toBe(0);
    const anew = (await previewRoute(other, elsewhere.id))?.ruleSet.id;
    expect(await confirmRoute(other, { ...late, ...(anew && { ruleSetId: anew }) })).toEqual({ ok: true });
    expect(await db.route.findFirstOrThrow({ where: { claimId: elsewhere.id } })).toMatchObject({
      leadMemberId: "dept-tax",
      ruleSetId: anew,
    });
  });

  it("asks those to assist whom the rules name besides", async () => {
    const { id } = await draftRules(author);
    const asked = {
      ...(await seenOf(id)),
      priority: "9",
      topics: "food",
      support: "dept-education",
      note: "",
    };
    expect(await saveRule(author, saveRuleSchema.parse(asked))).toEqual({ ok: true });
    expect(await proposeRules(author, { ...(await seenOf(id)), note: "教育厅协助" })).toEqual({ ok: true });
    expect(await approveRules(other, await seenOf(id))).toEqual({ ok: true });
    const claim = await food();
    expect(await confirmRoute(other, { claimId: claim.id, version: claim.version })).toEqual({ ok: true });
    const work = await db.assignment.findMany({ where: { claimId: claim.id, purpose: "assist" } });
    expect(work).toMatchObject([{ memberId: "dept-education", status: "offered" }]);
  });

  it("confirms no route by rules that were never active", async () => {
    const id = await draftFor("dept-water");
    const claim = await food();
    const by = { claimId: claim.id, version: claim.version, ruleSetId: id };
    await expect(confirmRoute(other, by)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await discardRules(author, await seenOf(id));
  });
});

describe("going back", () => {
  it("is one step: the rules of an earlier version are active again, as a new one", async () => {
    const earlier = await getActiveRules();
    const mistaken = await activeFor("dept-water");
    expect(
      await rollBackRules(author, { ruleSetId: earlier.id, insteadOf: mistaken, reason: "派错了" }),
    ).toEqual({ ok: true });
    const active = await getActiveRules();
    expect([earlier.id, mistaken]).not.toContain(active.id);
    const bare = ({ id: _, ...rest }: (typeof active.rules)[number]) => rest;
    expect(active.rules.map(bare)).toEqual(earlier.rules.map(bare));
    expect(await load(active.id)).toMatchObject({ consent: "earlier", approvedById: null, note: "派错了" });
    const told = await db.event.findMany({ where: { subjectId: active.id }, orderBy: { seq: "asc" } });
    expect(told.map(({ type }) => type)).toEqual(["rules.activated", "rules.rolled-back"]);
  });

  it("is to what was active once, and by one of two", async () => {
    const never = await draftFor("dept-water");
    const { id: insteadOf } = await getActiveRules();
    const back = { ruleSetId: never, insteadOf, reason: "x" };
    await expect(rollBackRules(author, back)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await discardRules(author, await seenOf(never));
    const { id } = await db.ruleSet.findFirstOrThrow({ where: { number: 1 } });
    const step = { ruleSetId: id, insteadOf, reason: "x" };
    const both = await Promise.all([rollBackRules(author, step), rollBackRules(other, step)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { id: current } = await getActiveRules();
    expect(
      await rollBackRules(author, { ruleSetId: current, insteadOf: current, reason: "x" }),
    ).toMatchObject({
      ok: false,
    });
  });
});

it("tells before it is active which of the last month's claims would have gone elsewhere", async () => {
  const [moved, stays] = [
    await food(),
    await seedClaim({ status: "triaged", topicId: "health", places: [] }),
  ];
  const id = await draftFor("dept-tax");
  const { compared, isCut, changed } = await dryRun(await load(id));
  expect(compared).toBeGreaterThanOrEqual(2);
  expect(isCut).toBe(false);
  expect(changed).toContainEqual(
    expect.objectContaining({
      id: moved.id,
      differences: [{ part: "lead", before: ["dept-market"], after: ["dept-tax"] }],
    }),
  );
  expect(changed.map((one) => one.id)).not.toContain(stays.id);
  await discardRules(author, await seenOf(id));
});

it("is begun from the rules that the person saw", async () => {
  const { id: ruleSetId } = await getActiveRules();
  await activeFor("dept-health");
  expect(await draftFrom(author, { ruleSetId })).toEqual({ ok: false, reason: "RULES_EDITED" });
});
