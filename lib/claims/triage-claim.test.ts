import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { trackReport } from "#lib/answers/track-report";
import { placeReport } from "#lib/claims/reports/place-report";
import { listQueue } from "#lib/desk/list-queue";
import { submitReport } from "#lib/intake/submit-report";
import { db } from "#lib/platform/db";
import { asOwner } from "#lib/platform/testing/as-owner";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { closeClaim } from "./close-claim.ts";
import { builtInText } from "./closing-texts.ts";
import { mergeClaim } from "./merge-claim.ts";
import { raiseOnSpike } from "./raise-on-spike.ts";
import { reopenClaim } from "./reopen-claim.ts";
import { triageClaim } from "./triage-claim.ts";

let moderator: Actor;
beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

async function receive(text: string) {
  const filed = await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  if (!filed.ok) throw new Error(filed.reason);
  const report = await db.report.findFirstOrThrow({ where: { text } });
  await placeReport(report.id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: report.id } });
  const claim = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
  return { ...claim, receipt: filed.receipt };
}

const triage = (claimId: string, version = 1) => ({
  claimId,
  version,
  wording: "一句可以核查的话",
  topicId: "food",
  places: ["510100"],
  urgency: "P2" as const,
});
const now = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });

describe("triage", () => {
  it("lets only the first of two moderators decide, and records one event", async () => {
    const { id } = await receive("两位审核员同时受理");
    const outcomes = await Promise.all([
      triageClaim(moderator, triage(id)),
      triageClaim(moderator, triage(id)),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "CLAIM_CHANGED" });
    expect(await db.event.count({ where: { claimId: id, type: "claim.triaged" } })).toBe(1);
  });

  it("and a closing at the same moment do not both happen", async () => {
    const { id } = await receive("一人受理一人关闭");
    const close = { claimId: id, version: 1, closing: "opinion" as const, note: "这是看法，不作核查。" };
    const outcomes = await Promise.all([triageClaim(moderator, triage(id)), closeClaim(moderator, close)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await db.event.count({ where: { claimId: id, type: { in: ["claim.triaged", "claim.closed"] } } }),
    ).toBe(1);
  });

  it.each([
    [{ topicId: "nonsense" }, "topicId"],
    [{ subtopicId: "gaokao" }, "subtopicId"],
    [{ places: ["999999"] }, "places"],
  ])("names the field of unknown values %j", async (change, path) => {
    const { id } = await receive(`未知值${path}`);
    await expect(triageClaim(moderator, { ...triage(id), ...change })).rejects.toMatchObject({
      code: "VALIDATION",
      fields: [{ path }],
    });
  });

  it("is refused to a verifier", async () => {
    const { id } = await receive("核查员不能受理");
    const verifier = actorOf(await seedPerson({ roles: [{ memberId: "dept-health", role: "verifier" }] }));
    await expect(triageClaim(verifier, triage(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("closing", () => {
  it("tells the citizen the reason and the right channel, and can be undone", async () => {
    const { id, receipt } = await receive("我要投诉物业");
    const close = {
      claimId: id,
      version: 1,
      closing: "other-channel" as const,
      note: "投诉请走热线，别再打 138 1234 5678。",
      channel: "12345" as const,
    };
    expect(await closeClaim(moderator, close)).toEqual({ ok: true });
    expect(await trackReport(receipt)).toMatchObject({
      state: "other-channel",
      closingNote: "投诉请走热线，别再打 〔电话已隐去〕。",
      closingChannel: "12345",
    });
    expect(await reopenClaim(moderator, { claimId: id, version: 2, reason: "误操作" })).toEqual({
      ok: true,
    });
    expect(await now(id)).toMatchObject({ status: "received", closingNote: null, closedFrom: null });
  });
});

it("closes with the kind text of the closing where nobody wrote another", async () => {
  const { id } = await receive("今天心情不好");
  const close = { claimId: id, version: 1, closing: "opinion" as const, note: "" };
  expect(await closeClaim(moderator, close)).toEqual({ ok: true });
  expect((await now(id)).closingNote).toBe(builtInText("opinion", "zh-CN"));
});

describe("merging", () => {
  it("adds the reports up, takes former duplicates along, and can be undone", async () => {
    const [a, b, c] = [await receive("合并甲"), await receive("合并乙"), await receive("合并丙")];
    const merge = async (claim: { id: string }, into: { number: number }) =>
      mergeClaim(moderator, {
        claimId: claim.id,
        version: (await now(claim.id)).version,
        intoNumber: into.number,
        reason: "同一条",
      });
    expect(await merge(a, b)).toEqual({ ok: true });
    expect(await merge(b, c)).toEqual({ ok: true });
    expect(await now(c.id)).toMatchObject({ reportCount: 3 });
    expect(await now(a.id)).toMatchObject({ status: "duplicate", mergedIntoId: c.id, reportCount: 1 });
    expect(
      await reopenClaim(moderator, { claimId: a.id, version: (await now(a.id)).version, reason: "不是" }),
    ).toEqual({ ok: true });
    expect(await now(c.id)).toMatchObject({ reportCount: 2 });
    expect(await trackReport(b.receipt)).toMatchObject({ joined: true, reportCount: 2 });
  });

  it("of two claims into each other at once leaves one of them standing", async () => {
    const [a, b] = [await receive("互相合并甲"), await receive("互相合并乙")];
    await Promise.allSettled([
      mergeClaim(moderator, { claimId: a.id, version: 1, intoNumber: b.number, reason: "同" }),
      mergeClaim(moderator, { claimId: b.id, version: 1, intoNumber: a.number, reason: "同" }),
    ]);
    const standing = await db.claim.count({ where: { id: { in: [a.id, b.id] }, mergedIntoId: null } });
    expect(standing).toBe(1);
  });

  it("into itself or into a closed claim is refused at the field", async () => {
    const [a, b] = [await receive("自我合并"), await receive("已关闭的目标")];
    await closeClaim(moderator, { claimId: b.id, version: 1, closing: "too-vague", note: "说得太少。" });
    for (const { number } of [a, b]) {
      const merge = { claimId: a.id, version: 1, intoNumber: number, reason: "同" };
      await expect(mergeClaim(moderator, merge)).rejects.toMatchObject({
        fields: [{ path: "intoNumber", message: "invalid" }],
      });
    }
  });
});

describe("the database refuses", () => {
  it("an illegal move, a merge into itself, and a change of the record", async () => {
    const { id } = await receive("数据库也守规则");
    const change = (data: object) => db.claim.update({ where: { id }, data });
    await expect(change({ status: "published" })).rejects.toThrow(/cannot go from/);
    await expect(
      change({ status: "duplicate", mergedIntoId: id, closedFrom: "received", closedAt: new Date() }),
    ).rejects.toThrow();
    await expect(change({ status: "opinion", closedFrom: "received", closedAt: new Date() })).rejects.toThrow(
      /claims_closed/,
    );
    for (const change of [
      "UPDATE events SET reason = '改'",
      "DELETE FROM events",
      "TRUNCATE events CASCADE",
    ]) {
      await expect(db.$executeRawUnsafe(change)).rejects.toThrow(/permission denied/);
      await expect(asOwner(change)).rejects.toThrow(/never changed/);
    }
  });
});

describe("the queue", () => {
  it("finds claims by their words and numbers, and pages without repeating", async () => {
    for (let index = 0; index < 35; index += 1) await receive(`翻页测试的花椒第${index}条`);
    const filter = { view: "all" as const, q: "花椒" };
    const first = await listQueue(moderator, filter);
    const second = await listQueue(moderator, { ...filter, cursor: first.nextCursor ?? "" });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(35);
    expect(second.nextCursor).toBeNull();
    const [row] = first.items;
    const byNumber = await listQueue(moderator, { view: "all", q: `#${row?.number}` });
    expect(byNumber.items.map(({ id }) => id)).toContain(row?.id);
    await expect(listQueue(moderator, { view: "all", cursor: "forged" })).rejects.toMatchObject({
      code: "VALIDATION",
    });
  });
});

describe("a spike", () => {
  it("raises the urgency of the claim that everything is merged into by one class, once, and says so", async () => {
    const target = await receive("突发：大桥塌了");
    // Words that have nothing in common, or they would join by themselves.
    const others = Array.from({ length: 21 }, (_, turn) =>
      String.fromCharCode(...Array.from({ length: 12 }, (_, at) => 0x4e00 + turn * 12 + at)),
    );
    for (const text of others) {
      const { id } = await receive(text);
      await mergeClaim(moderator, { claimId: id, version: 1, intoNumber: target.number, reason: "同一件事" });
      await raiseOnSpike(id);
    }
    expect(await now(target.id)).toMatchObject({ urgency: "P1", reportCount: 22 });
    const events = await db.event.findMany({ where: { claimId: target.id, type: "claim.raised" } });
    expect(events).toMatchObject([{ actorKind: "system", data: { from: "P2", urgency: "P1", reports: 20 } }]);
  });
});
