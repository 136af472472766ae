import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { closeClaim } from "#lib/claims/close-claim";
import { mergeClaim } from "#lib/claims/merge-claim";
import { reopenClaim } from "#lib/claims/reopen-claim";
import { triageClaim } from "#lib/claims/triage-claim";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readForm } from "#lib/web/form";
import { type SeedClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { decideMany, undoMany } from "./decide-many.ts";
import { type DecideMany, decideManySchema } from "./schema.ts";

let moderator: Actor;
let colleague: Actor;

beforeAll(async () => {
  await readyReference();
  const roles = [{ memberId: "sc-piyao", role: "moderator" as const }];
  moderator = actorOf(await seedPerson({ roles }));
  colleague = actorOf(await seedPerson({ roles, name: "同事乙" }));
});

const two = async () => [await seedClaim(), await seedClaim()] as const;
const seedMany = (count: number, wanted: SeedClaim = {}) =>
  Promise.all(Array.from({ length: count }, () => seedClaim(wanted)));
const statusesOf = async (claims: readonly { id: string }[]) =>
  Promise.all(claims.map(async ({ id }) => (await db.claim.findUniqueOrThrow({ where: { id } })).status));
const decide = (
  decision: DecideMany["decision"],
  claims: readonly { id: string; version: number }[],
  more: Partial<DecideMany> = {},
  actor = moderator,
) =>
  decideMany(actor, {
    decision,
    claims: claims.map(({ id, version }) => ({ claimId: id, version })),
    ...more,
  });
const numberOf = async ({ id }: { id: string }) =>
  (await db.claim.findUniqueOrThrow({ where: { id } })).number;

describe("a decision about many claims", () => {
  it("accepts what has a topic as suggested, and leaves what has none", async () => {
    const known = await seedMany(2, { topicId: "food", urgency: "P3" });
    const unknown = await seedClaim({ topicId: null, wording: "㐀㐅㑂㐃㓄㔁㔃㖂㗁㘂㙁㚁", places: [] });
    const outcome = await decide("accept", [...known, unknown]);
    expect(outcome).toMatchObject({
      done: 2,
      left: [{ claimId: unknown.id, number: await numberOf(unknown), reason: "NO_TOPIC" }],
    });
    expect(await statusesOf([...known, unknown])).toEqual(["triaged", "triaged", "received"]);
  });

  it("ends no claim that a member works on: that is decided one by one", async () => {
    const [worked, fresh] = [await seedClaim({ status: "verifying" }), await seedClaim()];
    const into = await numberOf(await seedClaim());
    for (const [decision, more] of [
      ["close", { closing: "not-checkable", note: "查不了。" }],
      ["merge", { intoNumber: into, reason: "同一件事" }],
    ] as const) {
      const outcome = await decide(decision, decision === "close" ? [worked, fresh] : [worked], more);
      expect(outcome.left).toMatchObject([{ claimId: worked.id, reason: "WORK_BEGUN" }]);
    }
    expect(await statusesOf([worked, fresh])).toEqual(["verifying", "not-checkable"]);
  });

  it("routes, closes, merges and changes the urgency of all, with one batch in the record", async () => {
    const triaged = await seedMany(2, { status: "triaged" });
    expect(await decide("route", triaged)).toMatchObject({ done: 2, left: [] });
    expect(await statusesOf(triaged)).toEqual(["assigned", "assigned"]);

    const fresh = await seedMany(3);
    const closed = await decide("close", fresh, { closing: "opinion", note: "这是看法。" });
    expect(closed).toMatchObject({ done: 3 });
    const { batchId } = closed;
    expect(await db.decisionBatch.findUnique({ where: { id: batchId } })).toMatchObject({
      kind: "close",
      decidedById: moderator.userId,
      reason: "这是看法。",
    });
    expect(await db.event.count({ where: { batchId, type: "claim.closed" } })).toBe(3);

    const [target, same] = [await seedClaim(), await seedMany(2)];
    const merged = await decide("merge", same, { intoNumber: await numberOf(target), reason: "同一件事" });
    expect(merged).toMatchObject({ done: 2 });
    expect(await db.claim.findUnique({ where: { id: target.id } })).toMatchObject({ reportCount: 3 });

    const urgent = await seedMany(2, { urgency: "P3" });
    expect(await decide("urgency", urgent, { urgency: "P0" })).toMatchObject({ done: 2 });
    const { urgency } = await db.claim.findUniqueOrThrow({ where: { id: urgent[0]?.id ?? "" } });
    expect(urgency).toBe("P0");
  });

  it("puts what was kept apart into the queue, and leaves what somebody decided first, by name", async () => {
    const claims = await two();
    const ids = claims.map(({ id }) => id);
    await db.claim.updateMany({ where: { id: { in: ids } }, data: { suspicion: "flood" } });
    await closeClaim(colleague, {
      claimId: claims[0].id,
      version: claims[0].version,
      closing: "opinion",
      note: "",
    });
    expect(await decide("release", claims)).toMatchObject({
      done: 1,
      left: [{ claimId: ids[0], reason: "CLAIM_CHANGED", since: { by: "同事乙", type: "claim.closed" } }],
    });
    expect(await db.claim.count({ where: { id: { in: ids }, suspicion: { not: null } } })).toBe(0);
  });

  it("names what nothing could be merged into at its field, before anything happens", async () => {
    const claim = await seedClaim();
    await expect(decide("merge", [claim], { intoNumber: 2_000_000_000, reason: "x" })).rejects.toMatchObject({
      fields: [{ path: "intoNumber", message: "unknown" }],
    });
    expect(await decide("merge", [claim], { intoNumber: await numberOf(claim), reason: "x" })).toMatchObject({
      done: 0,
      left: [{ reason: "VALIDATION" }],
    });
  });

  it("is for those who decide", async () => {
    const auditor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "auditor" }] }));
    await expect(decide("accept", await seedMany(1), {}, auditor)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("is about one to two hundred claims, and needs what it needs", () => {
    const form = (count: number, more: Record<string, string> = {}) => {
      const data = new FormData();
      for (let at = 0; at < count; at += 1) data.append("claims", `${newId()}:1`);
      for (const [name, value] of Object.entries(more)) data.append(name, value);
      const read = readForm(decideManySchema, data);
      return read.ok ? "ok" : read.errors;
    };
    expect(form(200, { decision: "accept" })).toBe("ok");
    expect(form(1, { decision: "accept" })).toBe("ok");
    expect(form(201, { decision: "accept" })).toEqual({ claims: "tooMany" });
    expect(form(0, { decision: "accept" })).toEqual({ claims: "required" });
    expect(form(1, { decision: "close" })).toEqual({ closing: "required" });
    expect(form(1, { decision: "close", closing: "other-channel" })).toEqual({ channel: "required" });
    expect(form(1, { decision: "merge", reason: "x" })).toEqual({ intoNumber: "required" });
  });
});

describe("the undo of a decision about many", () => {
  it("takes back what nobody went on with, and names the rest", async () => {
    const first = await seedClaim();
    const claims = [first, ...(await seedMany(2))];
    const { batchId } = await decide("close", claims, { closing: "opinion" });
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: first.id } });
    await reopenClaim(colleague, { claimId: first.id, version, reason: "再看看" });
    expect(await undoMany(moderator, { batchId })).toMatchObject({
      isUndo: true,
      done: 2,
      left: [{ claimId: first.id, reason: "GONE_ON", since: { by: "同事乙", type: "claim.reopened" } }],
    });
    expect(await statusesOf(claims)).toEqual(["received", "received", "received"]);
  });

  it("happens once when it is asked for twice at once", async () => {
    const claims = await seedMany(4);
    const { batchId } = await decide("close", claims, { closing: "opinion" });
    const both = await Promise.all([moderator, colleague].map((actor) => undoMany(actor, { batchId })));
    expect(both.reduce((sum, { done }) => sum + done, 0)).toBe(4);
    expect(both.flatMap(({ left }) => left).length).toBe(4);
    const reopened = { claimId: { in: claims.map(({ id }) => id) }, type: "claim.reopened" as const };
    expect(await db.event.count({ where: reopened })).toBe(4);
  });

  it("takes merges apart", async () => {
    const [target, same] = [await seedClaim(), await seedMany(2)];
    const into = { intoNumber: await numberOf(target), reason: "同一件事" };
    const { batchId } = await decide("merge", same, into);
    expect(await undoMany(moderator, { batchId })).toMatchObject({ done: 2, left: [] });
    expect(await db.claim.findUnique({ where: { id: target.id } })).toMatchObject({ reportCount: 1 });
  });
});

describe("many at once and one alone", () => {
  it("decide each claim once, whoever comes first", async () => {
    const claims = await seedMany(8, { topicId: "food" });
    const [many, ...alone] = await Promise.all([
      decide("close", claims, { closing: "opinion" }),
      ...claims.slice(0, 4).map(({ id: claimId, version }) =>
        triageClaim(colleague, {
          claimId,
          version,
          wording: "单独受理",
          topicId: "food",
          places: [],
          urgency: "P2",
        }),
      ),
    ]);
    const taken = alone.filter(({ ok }) => ok).length;
    expect(many.done + taken).toBe(8);
    expect(many.left).toHaveLength(taken);
    const statuses = await statusesOf(claims);
    expect(statuses.filter((status) => status === "triaged")).toHaveLength(taken);
    expect(statuses.filter((status) => status === "opinion")).toHaveLength(many.done);
  });

  it("merge two claims into each other once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, other] = await two();
      const [numberOne, numberOther] = [await numberOf(one), await numberOf(other)];
      const merge = (
        { id: claimId, version }: Awaited<ReturnType<typeof seedClaim>>,
        intoNumber: number,
        actor: Actor,
      ) => mergeClaim(actor, { claimId, version, intoNumber, reason: "同一条" });
      const outcomes = await Promise.all([
        merge(one, numberOther, moderator),
        merge(other, numberOne, colleague),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await statusesOf([one, other])).toSorted()).toEqual(["duplicate", "received"]);
    }
  });
});
