import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { at } from "#lib/platform/at";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { byClock } from "#lib/worker";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { approveRules } from "./approve-rules.ts";
import { checkRules } from "./check-rules.ts";
import { draftRules } from "./draft-rules.ts";
import { followConsent } from "./follow-consent.ts";
import { proposeRules } from "./propose-rules.ts";
import { getActiveRules } from "./queries.ts";
import { rollBackRules } from "./roll-back-rules.ts";

let alone: Actor;

beforeAll(async () => {
  await readyReference();
  alone = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "admin" }] }));
});

const load = (id: string) => db.ruleSet.findUniqueOrThrow({ where: { id } });

async function propose(): Promise<string> {
  const draft = await draftRules(alone, { ruleSetId: (await getActiveRules()).id });
  if (!draft.ok) throw new Error(draft.reason);
  const { id } = draft;
  const { version } = await load(id);
  expect(await proposeRules(alone, { ruleSetId: id, version, note: "试行" })).toEqual({ ok: true });
  return id;
}

const followIn = (milliseconds: number) => at(after(now(), milliseconds), followConsent);

it("waits half an hour where nobody else can consent, tells so, and says that it was alone", async () => {
  const id = await propose();
  expect(await db.event.count({ where: { subjectId: id, type: "rules.waiting" } })).toBe(1);
  await followIn(minutes(29));
  expect(await load(id)).toMatchObject({ status: "proposed" });
  await followIn(minutes(31));
  expect(await load(id)).toMatchObject({ status: "active", consent: "alone", approvedById: null });
  const [told] = await db.event.findMany({ where: { subjectId: id, type: "rules.activated" } });
  expect(told).toMatchObject({ actorKind: "system", data: { consent: "alone" } });
  await followIn(minutes(40));
  expect(await db.event.count({ where: { subjectId: id, type: "rules.activated" } })).toBe(1);
});

it("is active no earlier, whoever asks the database", async () => {
  const id = await propose();
  const early = db.$transaction(async (tx) => {
    const end = { status: "retired", retiredAt: now() } as const;
    await tx.ruleSet.updateMany({ where: { status: "active" }, data: end });
    await tx.ruleSet.update({
      where: { id },
      data: { status: "active", consent: "alone", activatedAt: now() },
    });
  });
  await expect(early).rejects.toThrow(/rule_sets_consent/);
});

it("asks whoever comes to hold the role meanwhile, and waits anew when they are gone", async () => {
  const id = await propose();
  const other = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "duty-editor" }] }));
  await followIn(minutes(31));
  expect(await load(id)).toMatchObject({ status: "proposed", waitsUntil: null });
  await db.membership.deleteMany({ where: { userId: other.userId } });
  await followConsent();
  expect(await load(id)).toMatchObject({ status: "proposed", waitsUntil: expect.any(Date) });
  const { version } = await load(id);
  await db.membership.create({
    data: { userId: other.userId, memberId: "sc-piyao", role: "duty-editor", grantedAt: now() },
  });
  await followConsent();
  expect(await approveRules(other, { ruleSetId: id, version })).toMatchObject({ reason: "RULES_EDITED" });
  const seen = { ruleSetId: id, version: (await load(id)).version };
  expect(await approveRules(other, seen)).toEqual({ ok: true });
});

it("goes back to be worked on where other rules became active while it waited", async () => {
  await db.membership.deleteMany({ where: { userId: { not: alone.userId } } });
  const id = await propose();
  const { id: first } = await db.ruleSet.findFirstOrThrow({ where: { number: 1 } });
  const { id: insteadOf } = await getActiveRules();
  const back = { ruleSetId: first, insteadOf, reason: "派错了，请打 13800138000" };
  expect(await rollBackRules(alone, back)).toEqual({ ok: true });
  const active = await db.ruleSet.findFirstOrThrow({ where: { status: "active" } });
  expect(active.note).not.toContain("13800138000");
  await followIn(minutes(31));
  expect(await load(id)).toMatchObject({ status: "draft", waitsUntil: null });
  expect(await db.event.count({ where: { subjectId: id, type: "rules.returned" } })).toBe(1);
  expect(await db.ruleSet.findFirstOrThrow({ where: { status: "active" } })).toMatchObject({ id: active.id });
});

it("is looked through once a night by the worker, which records what it found", async () => {
  expect(byClock).toHaveProperty("checkRules", checkRules);
  expect(byClock).toHaveProperty("followConsent", followConsent);
  await checkRules();
  await checkRules();
  const told = await db.event.findMany({ where: { type: "rules.checked" } });
  expect(told).toHaveLength(1);
  expect(told[0]?.data).toMatchObject({ found: expect.arrayContaining(["no-accounts"]) });
  await at(after(now(), minutes(24 * 60)), checkRules);
  expect(await db.event.count({ where: { type: "rules.checked" } })).toBe(2);
});
