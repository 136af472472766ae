import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { closeClaim } from "#lib/claims/close-claim";
import { readClaim } from "#lib/claims/read-claim";
import { reopenClaim } from "#lib/claims/reopen-claim";
import type { QueueFilter } from "#lib/claims/schema";
import { countKeptApart, countQueue } from "#lib/desk/count-queue";
import { listQueue } from "#lib/desk/list-queue";
import { submitReport } from "#lib/intake/submit-report";
import type { Suspicion } from "#lib/intake/suspicion";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { findRepeatedText } from "./find-repeated-text.ts";
import { placeReport } from "./place-report.ts";
import { releaseClaim } from "./release-claim.ts";

let moderator: Actor;
let auditor: Actor;

beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
  auditor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "auditor" }] }));
});

/** Whatever an earlier test kept apart is none of the next one's. */
beforeEach(() => db.claim.updateMany({ data: { suspicion: null } }));

async function receive(text: string, suspicion?: Suspicion) {
  await submitReport({ text }, { channel: "web", locale: "zh-CN", suspicion });
  const { id } = await db.report.findFirstOrThrow({ where: { text }, orderBy: { submittedAt: "desc" } });
  await placeReport(id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: id } });
  return claimId;
}

const stored = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const views = ["new", "open", "overdue", "published", "closed", "all", "quarantine"] as const;

async function viewsWith(claimId: string, q?: string) {
  const found = [];
  for (const view of views) {
    const { items } = await listQueue(moderator, { view, ...(q && { q }) });
    if (items.some(({ id }) => id === claimId)) found.push(view);
  }
  return found;
}

describe("a claim that was opened by a suspicious report", () => {
  it("stands in no list, count or search of the queue but its own", async () => {
    const before = await countQueue(moderator);
    const id = await receive("机器人发来的一条怪话，紫色的云会唱歌", "no-proof");
    expect(await viewsWith(id)).toEqual(["quarantine"]);
    expect(await viewsWith(id, "紫色的云")).toEqual(["quarantine"]);
    expect(await viewsWith(id, String((await stored(id)).number))).toEqual(["quarantine"]);
    expect(await countQueue(moderator)).toEqual(before);
    expect(await countKeptApart(moderator)).toEqual({
      claims: 1,
      reports: 1,
      isWhole: true,
      reasons: [{ suspicion: "no-proof", claims: 1 }],
    });
    expect(await db.event.count({ where: { claimId: id, type: "claim.quarantined" } })).toBe(1);
  });

  it("counts what repeats it, and comes into the queue with the first report without suspicion", async () => {
    const text = "绿色的月亮昨晚掉进了府南河，很多人看见";
    const id = await receive(text, "flood");
    expect(await receive(text, "flood")).toBe(id);
    expect(await countKeptApart(moderator)).toMatchObject({ claims: 1, reports: 2 });
    expect(await receive(text)).toBe(id);
    expect(await viewsWith(id)).toEqual(["new", "open", "all"]);
    expect(await countKeptApart(moderator)).toEqual({ claims: 0, reports: 0, isWhole: true, reasons: [] });
  });

  it("does not take a claim of the queue away from it", async () => {
    const text = "锦江里捞出一只会说话的乌龟，专家正在赶来";
    const id = await receive(text);
    expect(await receive(text, "no-proof")).toBe(id);
    expect(await viewsWith(id)).toEqual(["new", "open", "all"]);
  });

  it("is one, however many send the same at once: fifty rows, counted together", async () => {
    const text = "青羊宫的铜羊被换成了塑料的，游客都看出来了";
    const arrival = { channel: "web", locale: "zh-CN", suspicion: "flood" } as const;
    await Promise.all(Array.from({ length: 50 }, () => submitReport({ text }, arrival)));
    const reports = await db.report.findMany({ where: { text } });
    expect(reports).toHaveLength(50);
    await Promise.all(reports.map(({ id }) => placeReport(id)));
    expect(await countKeptApart(moderator)).toMatchObject({ claims: 1, reports: 50 });
  });

  it("comes into the queue once, whoever of two presses first", async () => {
    const id = await receive("天府广场的石狮子半夜自己走动", "busy-network");
    const outcomes = await Promise.all(
      [1, 2].map(() => releaseClaim(moderator, { claimId: id, version: 1 })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await viewsWith(id)).toEqual(["new", "open", "all"]);
    expect(await db.event.findMany({ where: { claimId: id, type: "claim.released" } })).toMatchObject([
      { data: { suspicion: "busy-network" }, actorUserId: moderator.userId },
    ]);
    const again = { claimId: id, version: (await stored(id)).version };
    expect(await releaseClaim(moderator, again)).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  });

  it("is not for an auditor to release", async () => {
    const id = await receive("九寨沟的水一夜之间变成了牛奶", "no-proof");
    await expect(releaseClaim(auditor, { claimId: id, version: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("is found among the closed ones once it was closed, and in the queue once that is undone", async () => {
    const id = await receive("峨眉山的猴子学会了收门票", "no-proof");
    await closeClaim(moderator, { claimId: id, version: 1, closing: "too-vague", note: "太笼统。" });
    expect(await viewsWith(id)).toEqual(["closed", "all"]);
    await reopenClaim(moderator, { claimId: id, version: 2, reason: "再看看" });
    expect(await viewsWith(id)).toEqual(["new", "open", "all"]);
  });
});

describe("many claims that were kept apart", () => {
  const open = async (texts: readonly string[], suspicion: Suspicion) => {
    const ids = [];
    for (const text of texts) ids.push(await receive(text, suspicion));
    return ids;
  };

  it("are told in one line by reason, and listed by reason", async () => {
    await open(["甲虫在春熙路开店", "乙烯罐在青白江冒烟"], "flood");
    await open(["丙纶口罩在眉山停产"], "burst");
    expect(await countKeptApart(moderator)).toEqual({
      claims: 3,
      reports: 3,
      isWhole: true,
      reasons: [
        { suspicion: "flood", claims: 2 },
        { suspicion: "burst", claims: 1 },
      ],
    });
    const filter: QueueFilter = { view: "quarantine", suspicion: "burst" };
    expect((await listQueue(moderator, filter)).items).toMatchObject([{ suspicion: "burst" }]);
  });
});

describe("one text that came many times", () => {
  async function repeat(claimId: string, template: string, times: number, every: number) {
    const text = `重复的话 ${template}`;
    for (let at = 0; at < times; at += 1) {
      await submitReport({ text: `${text} ${at}` }, { channel: "web", locale: "zh-CN" });
    }
    const reports = await db.report.findMany({ where: { text: { startsWith: text } } });
    await db.claimReport.createMany({
      data: reports.map(({ id: reportId }, at) => ({
        reportId,
        claimId,
        template,
        reason: "matched" as const,
        addedAt: after(now(), -at * every),
      })),
    });
  }

  it("is told with its number and the most within ten minutes", async () => {
    const id = await receive("电费要涨十倍的通知是真的吗");
    await repeat(id, "slow", 5, minutes(1));
    await repeat(id, "fast", 30, minutes(0.25));
    await repeat(id, "fast late", 25, minutes(60));
    expect(await findRepeatedText(await readClaim(moderator, id))).toEqual({
      count: 30,
      peak: 30,
      minutes: 10,
    });
  });

  it("is nothing to tell when people send it over the day", async () => {
    const id = await receive("水费要涨十倍的通知是真的吗");
    await repeat(id, "calm", 40, minutes(30));
    expect(await findRepeatedText(await readClaim(moderator, id))).toBeNull();
  });
});
