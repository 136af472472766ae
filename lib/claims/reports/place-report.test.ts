import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { submitReport } from "#lib/intake/submit-report";
import { followClaims } from "#lib/matching/follow-claims";
import { knownClaims } from "#lib/matching/known-claims";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { seedClaim } from "#seed/claims";
import { readyReference } from "#seed/reference";
import { placeForgottenReports, placeReport } from "./place-report.ts";

const stop = new AbortController();
beforeAll(async () => {
  await readyReference();
  void followClaims(stop.signal);
});
afterAll(() => stop.abort());

type Extra = { urls?: string[]; suspicion?: "busy-network" };

/** Files a report and tells its id. */
async function file(text: string, { urls, suspicion }: Extra = {}): Promise<string> {
  const outcome = await submitReport(
    { text, ...(urls && { urls }) },
    { channel: "web", locale: "zh-CN", suspicion },
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  const report = await db.report.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  return report.id;
}

async function placed(text: string, extra: Extra = {}) {
  const id = await file(text, extra);
  await placeReport(id);
  return db.claimReport.findUniqueOrThrow({ where: { reportId: id }, include: { claim: true } });
}

/** Opens a claim as another process does, of which this one only hears. */
const openElsewhere = (id: string, wording: string) =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO claims (id, wording, status, urgency, created_at, last_reported_at, updated_at, report_count)
      VALUES (${id}::uuid, ${wording}, 'received', 'P2', now(), now(), now(), 1)`;
    await tx.$executeRaw`
      INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
      VALUES (gen_random_uuid(), 'claim.received', now(), 'system', ${id}::uuid, 'x', '{}')`;
  });

const salt = "网传成都市锦江区东湖公园周六晚上要放烟花并且封闭三条地铁线路";

describe("a report that repeats a claim", () => {
  it("joins it with the reason, however it was forwarded", async () => {
    const first = await placed(salt);
    const again = await placed(
      `‼️紧急通知‼️\n網傳成都市錦江區東湖公園週六晚上要放煙花，並且封閉三條地鐵線路！！\n转发给更多人🙏🙏`,
    );
    expect(again).toMatchObject({ claimId: first.claimId, reason: "matched" });
    expect(await db.claim.findUniqueOrThrow({ where: { id: first.claimId } })).toMatchObject({
      reportCount: 2,
      version: 1,
    });
    const [suggestion] = await db.matchSuggestion.findMany({ where: { reportId: again.reportId } });
    expect(suggestion).toMatchObject({ claimId: first.claimId, level: "same", applied: true });
    expect(suggestion?.fragments.length).toBeGreaterThan(0);
    expect(
      await db.event.findMany({ where: { subjectId: again.reportId, type: "report.joined" } }),
    ).toHaveLength(1);
  });

  it("joins in another language only where the words are equal", async () => {
    const said = "A bridge in Luzhou fell down this morning and nine people are missing";
    const first = await placed(said);
    expect(await placed(`${said}!!`)).toMatchObject({ claimId: first.claimId, reason: "matched" });
    const other = await placed(said.replace("nine", "two"));
    expect(other.claimId).not.toBe(first.claimId);
  });

  it("joins by its link alone", async () => {
    const first = await placed("这个视频里说的是真的吗", {
      urls: ["https://m.weibo.cn/status/5012345?from=share"],
    });
    const again = await placed("", { urls: ["https://m.weibo.cn/status/5012345?utm_source=wx"] });
    expect(again.claimId).toBe(first.claimId);
  });

  it.each([
    [
      "a share line",
      "喝艾草水能预防肺结核",
      "3.21 复制打开抖音，看看【小王的作品】喝艾草水能预防肺结核 # 健康 https://v.douyin.com/zzZ999/ a@B.cD 05/11 xyZ:/",
    ],
    [
      "a chat record",
      "明早全城停水抢修主管道",
      "张三丰 11-20 22:56\n明早全城停水抢修主管道\n李四光 22:57\n[图片]\n王五 22:58\n真的假的",
    ],
    [
      "a quoted mail",
      "下周起电动车一律不得进入社区",
      "发件人：王小二\n发送时间：2024年11月20日 22:56\n收件人：李四\n主题：转发：\n\n> 下周起电动车一律不得进入社区",
    ],
  ])("is known in %s, which is no part of the claim", async (_, claim, framed) => {
    const first = await placed(framed);
    expect(first.claim.wording).toBe(claim);
    const again = await placed(claim);
    expect(again.claimId).toBe(first.claimId);
  });

  it("joins the claim of a notice by the notice's address", async () => {
    const { id, debunk } = await seedClaim({ status: "published" });
    await (await knownClaims()).refresh([id]);
    const { claimId } = await placed(`http://localhost:3000/debunks/${debunk?.slug} 真的吗`);
    expect(claimId).toBe(id);
  });

  it("has no words when an app wrote all of them", async () => {
    const link = "https://v.douyin.com/iAbCdE1/";
    const { claim } = await placed(`7.53 复制打开抖音，看看【小王的作品】 ${link} 04/12 abC:/`);
    expect(claim.wording).toBe(link);
    const pictured = await placed("[图片][语音]");
    expect(pictured.claim.wording).toBe("（只有图片或文件）");
  });

  it("is placed once, however many workers take it up", async () => {
    const id = await file(`${salt}！！`);
    await Promise.all(Array.from({ length: 8 }, () => placeReport(id)));
    expect(await db.event.count({ where: { subjectId: id, type: "report.joined" } })).toBe(1);
  });

  it("is not joined to a claim that was closed in the meantime", async () => {
    const first = await placed("听说南充的高铁站下周起全部改用人工检票不再刷身份证");
    await db.claim.update({
      where: { id: first.claimId },
      data: { status: "too-vague", closedFrom: "received", closedAt: new Date(), closingNote: "说得不清楚" },
    });
    const again = await placed("南充的高铁站下周起全部改用人工检票，不再刷身份证");
    expect(again).toMatchObject({ reason: "first" });
  });
});

describe("new reports that match each other", () => {
  it("form one claim although they come at once", async () => {
    const variants = Array.from(
      { length: 24 },
      (_, at) =>
        `${"🔥".repeat(at % 3)}各位家长注意：泸州三中食堂昨天有四十名学生食物中毒住院${"!".repeat(at % 4)}${at % 2 ? "【请转发】" : ""}`,
    );
    const ids: string[] = [];
    for (const text of variants) ids.push(await file(text));
    await Promise.all(ids.map((id) => placeReport(id)));
    const rows = await db.claimReport.findMany({ where: { reportId: { in: ids } } });
    expect(new Set(rows.map(({ claimId }) => claimId)).size).toBe(1);
    const { reportCount } = await db.claim.findUniqueOrThrow({ where: { id: rows[0]?.claimId ?? "" } });
    expect(reportCount).toBe(24);
  });

  it("join what another process opens between the look at the known claims and the lock", async () => {
    const index = await knownClaims();
    const id = newId();
    const text = "雅安雨城区的青衣江大桥今晚十点起封桥检修，一个月不能通车";
    const takeTurn = index.takeTurn.bind(index);
    const turn = vi.spyOn(index, "takeTurn").mockImplementationOnce(async (tx) => {
      await openElsewhere(id, text);
      await takeTurn(tx);
    });
    expect(await placed(`听说${text}`)).toMatchObject({ claimId: id, reason: "matched" });
    turn.mockRestore();
  });

  it("stay apart where they name another town, and say so to a person", async () => {
    const one = await placed("绵阳市江油大桥昨天晚上塌了，死了十几个人，大家不要走那里");
    const other = await placed("宜宾市江安大桥昨天晚上塌了，死了十几个人，大家不要走那里");
    expect(other.claimId).not.toBe(one.claimId);
    expect(await db.matchSuggestion.findMany({ where: { reportId: other.reportId } })).toMatchObject([
      { claimId: one.claimId, level: "similar", applied: false },
    ]);
  });

  it("of which one is suspicious wait apart until one comes that is not", async () => {
    const text = "达州市通川区明天上午十点全城停电八小时，连医院也要停";
    const first = await placed(text, { suspicion: "busy-network" });
    expect(first.claim.suspicion).toBe("busy-network");
    expect((await placed(`${text}！`, { suspicion: "busy-network" })).claim.suspicion).toBe("busy-network");
    expect((await placed(`听说${text}`)).claim).toMatchObject({ id: first.claimId, suspicion: null });
    const events = await db.event.findMany({ where: { claimId: first.claimId }, select: { type: true } });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["claim.quarantined", "claim.released"]),
    );
  });
});

describe("the index", () => {
  it("hears of claims that another process opened", async () => {
    const index = await knownClaims();
    const id = newId();
    await openElsewhere(id, "自贡恐龙博物馆的恐龙化石全部是假的石膏模型");
    await vi.waitFor(
      async () => {
        const [found] = await index.search({ text: "自贡恐龙博物馆的恐龙化石全部是假的，石膏模型" });
        expect(found).toMatchObject({ id, level: "same" });
      },
      { timeout: 60_000, interval: 20 },
    );
  });
});

it("forgets no report whose event was lost", async () => {
  const id = await file("雅安熊猫基地本月起只对外国游客开放，本地人不能进");
  await placeForgottenReports();
  expect(await db.claimReport.findUnique({ where: { reportId: id } })).toBeNull();
  await asOwner(
    `ALTER TABLE reports DISABLE TRIGGER reports_redacted;
     UPDATE reports SET submitted_at = submitted_at - interval '20 minutes' WHERE id = '${id}'`,
  );
  await placeForgottenReports();
  expect(await db.claimReport.findUnique({ where: { reportId: id } })).not.toBeNull();
});
