import { beforeAll, describe, expect, it } from "vitest";
import { mergeClaim } from "#lib/claims/merge-claim";
import { readClaim } from "#lib/claims/read-claim";
import { submitReport } from "#lib/intake/submit-report";
import { db } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { confirmReport, rejectMatch } from "./decide-match.ts";
import { listSuggestions } from "./list-suggestions.ts";
import { measureMatching } from "./measure-matching.ts";
import { placeReport } from "./place-report.ts";
import { separateReport } from "./separate-report.ts";

type Actor = ReturnType<typeof actorOf>;
let moderator: Actor;
let verifier: Actor;

beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
  verifier = actorOf(await seedPerson({ roles: [{ memberId: "dept-health", role: "verifier" }] }));
});

async function placed(text: string) {
  await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  const { id } = await db.report.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  await placeReport(id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: id } });
  return { reportId: id, claimId };
}

const claim = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });

describe("a report that joined by itself", () => {
  it("is taken out into a claim of its own, and the label says so", async () => {
    const first = await placed("内江市东兴区自来水厂停水十天，居民只能喝河水");
    const joined = await placed("内江市东兴区自来水厂停水十天，居民只能喝河水！！！");
    expect(joined.claimId).toBe(first.claimId);
    expect(await separateReport(moderator, { reportId: joined.reportId })).toEqual({ ok: true });
    const now = await db.claimReport.findUniqueOrThrow({ where: { reportId: joined.reportId } });
    expect(now).toMatchObject({ reason: "moved", addedById: moderator.userId });
    expect(now.claimId).not.toBe(first.claimId);
    expect([await claim(first.claimId), await claim(now.claimId)]).toMatchObject([
      { reportCount: 1 },
      { reportCount: 1, status: "received" },
    ]);
    expect(
      await db.matchDecision.findMany({ where: { suggestion: { reportId: joined.reportId } } }),
    ).toMatchObject([{ verdict: "rejected", decidedById: moderator.userId }]);
    expect(await separateReport(moderator, { reportId: joined.reportId })).toEqual({
      ok: false,
      reason: "ONLY_REPORT",
    });
    const { version, number } = { version: 1, number: (await claim(first.claimId)).number };
    const back = { claimId: now.claimId, version, intoNumber: number, reason: "还是同一条" };
    expect(await mergeClaim(moderator, back)).toEqual({ ok: true });
    expect(await claim(first.claimId)).toMatchObject({ reportCount: 2 });
  });

  it("is taken out once by two people at once", async () => {
    await placed("遂宁船山区的地下停车场昨晚发现一条五米长的蟒蛇");
    const joined = await placed("遂宁船山区的地下停车场昨晚发现一条五米长的蟒蛇~");
    const both = await Promise.all([
      separateReport(moderator, { reportId: joined.reportId }),
      separateReport(moderator, { reportId: joined.reportId }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.event.count({ where: { claimId: joined.claimId, type: "claim.split" } })).toBe(1);
  });

  it("is confirmed, and its words then find the claim", async () => {
    const { claimId } = await placed("巴中恩阳机场下个月起取消全部航班改建成物流仓库");
    const joined = await placed("巴中恩阳机场下个月起取消全部航班改建成物流仓库🙏");
    expect(await confirmReport(moderator, { reportId: joined.reportId })).toEqual({ ok: true });
    expect(await db.matchDecision.findMany({ where: { suggestion: { claimId } } })).toMatchObject([
      { verdict: "accepted" },
    ]);
  });

  it("is nobody's to decide but the desk's", async () => {
    const { reportId, claimId } = await placed("乐山大佛的右手昨天夜里掉下来了一根手指");
    const refused = { code: "FORBIDDEN" };
    await expect(separateReport(verifier, { reportId })).rejects.toMatchObject(refused);
    await expect(confirmReport(verifier, { reportId })).rejects.toMatchObject(refused);
    await expect(rejectMatch(verifier, { claimId, otherId: claimId })).rejects.toMatchObject(refused);
    await expect(measureMatching(verifier, { days: 30 })).rejects.toMatchObject(refused);
  });
});

describe("a claim that may be the same", () => {
  const pair = async (town: string, other: string, rest: string) =>
    [await placed(`${town}${rest}`), await placed(`${other}${rest}`)] as const;

  it("is suggested with its reason on both pages until a person rejects it", async () => {
    const [one, two] = await pair("广安市", "资阳市", "的人民医院昨天收治了三十多名不明原因肺炎的病人");
    expect(one.claimId).not.toBe(two.claimId);
    const [suggested] = await listSuggestions(await readClaim(moderator, two.claimId));
    expect(suggested).toMatchObject({ id: one.claimId, level: "similar" });
    expect(suggested?.words.join("")).toContain("人民医院昨天收治了");
    expect((await listSuggestions(await readClaim(moderator, one.claimId))).map(({ id }) => id)).toContain(
      two.claimId,
    );
    await rejectMatch(moderator, { claimId: one.claimId, otherId: two.claimId });
    for (const { claimId, otherId } of [
      { claimId: one.claimId, otherId: two.claimId },
      { claimId: two.claimId, otherId: one.claimId },
    ]) {
      const ids = (await listSuggestions(await readClaim(moderator, claimId))).map(({ id }) => id);
      expect(ids).not.toContain(otherId);
    }
  });

  it("is a label when it is merged, and the figures count it", async () => {
    const [one, two] = await pair("眉山市", "雅安市", "明天起所有的加油站都限购，每车每天最多加一百块钱的油");
    const before = await measureMatching(moderator, { days: 30 });
    const { number } = await claim(one.claimId);
    await mergeClaim(moderator, { claimId: two.claimId, version: 1, intoNumber: number, reason: "同一条" });
    const after = await measureMatching(moderator, { days: 30 });
    const lowest = ({ rows }: typeof before) => rows.at(-1);
    expect(lowest(after)?.accepted).toBe((lowest(before)?.accepted ?? 0) + 1);
    expect(lowest(after)?.decided).toBe((lowest(before)?.decided ?? 0) + 1);
  });
});
