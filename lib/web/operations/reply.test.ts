import { describe, expect, it } from "vitest";
import { askReporter } from "#lib/claims/talk/ask-reporter";
import { db } from "#lib/platform/db";
import { handlersOf } from "#lib/web/handlers";
import { described, post } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { seedReport } from "#seed/reports";

const { POST: lookUp } = handlersOf("/api/v1/reports/lookup");
const { POST } = handlersOf("/api/v1/reports/reply");

const PATH = "/api/v1/reports/reply";
const reply = (receipt: unknown, text: unknown, headers?: HeadersInit) =>
  post(POST, PATH, { receipt, text }, headers);
const lookedUp = async (receipt: string) => (await lookUp_(receipt)) as { question?: { text: string } };
const lookUp_ = async (receipt: string) => (await post(lookUp, "/api/v1/reports/lookup", { receipt })).json();

async function asked() {
  const claim = await seedClaim({ status: "verifying" });
  const [report] = claim.reports;
  if (!report) throw new Error("no report");
  const moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
  const ask = (text: string) => askReporter(moderator, { reportId: report.id, text });
  return { claim, report, moderator, ask };
}

describe("POST /api/v1/reports/reply", () => {
  it("answers the question, without personal details, and the question is open no more", async () => {
    const { report, claim, ask } = await asked();
    await ask("是谁发的？电话 13800138000");
    const { question } = await lookedUp(report.receipt);
    expect(question?.text).toBe("是谁发的？电话 〔电话已隐去〕");
    const response = await reply(report.receipt, "邻居，电话 13912345678");
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    const [, message] = await db.reportMessage.findMany({
      where: { reportId: report.id },
      orderBy: { at: "asc" },
    });
    expect(message).toMatchObject({ author: "citizen", text: "邻居，电话 〔电话已隐去〕", byUserId: null });
    expect(await lookedUp(report.receipt)).not.toHaveProperty("question");
    const event = await db.event.findFirstOrThrow({
      where: { type: "report.replied", subjectId: report.id },
    });
    expect(event).toMatchObject({ claimId: claim.id, actorKind: "citizen" });
    expect(JSON.stringify(event.data)).not.toContain("邻居");
    await ask("还有别的吗？");
    expect((await lookedUp(report.receipt)).question?.text).toBe("还有别的吗？");
  });

  it("adds to a report that nobody has taken up yet", async () => {
    const { receipt, id } = await seedReport();
    expect((await reply(receipt, "补充一句")).status).toBe(204);
    expect(await db.reportMessage.count({ where: { reportId: id } })).toBe(1);
  });

  it("takes the same words sent many times at once as one message", async () => {
    const { receipt, id } = await seedReport();
    const answers = await Promise.all(Array.from({ length: 12 }, () => reply(receipt, "点了很多次")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await db.reportMessage.count({ where: { reportId: id } })).toBe(1);
  });

  it("takes twenty messages a day and says when there may be more", async () => {
    const { receipt, id } = await seedReport();
    const answers = await Promise.all(Array.from({ length: 25 }, (_, at) => reply(receipt, `第${at}句`)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.headers.get("retry-after")).toBe("3600");
    if (refused[0]) await described(refused[0], "post", PATH);
    expect(await db.reportMessage.count({ where: { reportId: id } })).toBe(20);
  });

  it.each(["published", "opinion", "retracted"] as const)(
    "tells that a report is closed: %s",
    async (status) => {
      const { reports } = await seedClaim({ status });
      const response = await reply(reports[0]?.receipt, "还有");
      expect(response.status).toBe(409);
      expect(await described(response, "post", PATH)).toMatchObject({
        type: "urn:bianzhen:problem:report-closed",
      });
    },
  );

  it("follows a merged report to the claim that stands for it", async () => {
    const open = await seedClaim({ status: "duplicate" });
    expect((await reply(open.reports[0]?.receipt, "还有")).status).toBe(204);
  });

  it("answers a wrong receipt and one that cannot be a receipt alike", async () => {
    const answers = await Promise.all(
      ["0000-0000-0000-0000-0000-0000", "abc", "\u0000", "水".repeat(100)].map(async (receipt) => {
        const response = await reply(receipt, "还有");
        return [response.status, JSON.stringify([...response.headers]), await response.text()];
      }),
    );
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it.each([
    ["", "required"],
    [" \u0000 ", "required"],
    ["长".repeat(5001), "tooLong"],
    ["我的查询码 ABCD-EFGH-JKMN-PQRS-TVWX-YZ01", "receiptInText"],
    [undefined, "required"],
    [7, "invalid"],
  ])("refuses %j as a text", async (text, code) => {
    const { receipt } = await seedReport();
    const response = await reply(receipt, text);
    expect(response.status).toBe(422);
    expect(await described(response, "post", PATH)).toMatchObject({ errors: [{ path: "text", code }] });
  });

  it("keeps five thousand characters of the longest kind", async () => {
    const { receipt, id } = await seedReport();
    expect((await reply(receipt, "𠀀".repeat(5000))).status).toBe(204);
    const { text } = await db.reportMessage.findFirstOrThrow({ where: { reportId: id } });
    expect([...text]).toHaveLength(5000);
  });
});

describe("the desk's question", () => {
  it("may be asked by the members that hold the claim and no other", async () => {
    const { claim, report } = await asked();
    const verifier = (memberId: string) =>
      seedPerson({ roles: [{ memberId, role: "verifier" }] }).then(actorOf);
    const input = { reportId: report.id, text: "哪里？" };
    expect(await askReporter(await verifier(claim.lead), input)).toEqual({ ok: true });
    await expect(askReporter(await verifier("outlet-chuanguan"), input)).rejects.toThrow("FORBIDDEN");
    const reader = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "auditor" }] }));
    await expect(askReporter(reader, input)).rejects.toThrow("FORBIDDEN");
  });

  it("is not asked once the claim has ended", async () => {
    const { moderator } = await asked();
    const { reports } = await seedClaim({ status: "published" });
    const outcome = await askReporter(moderator, { reportId: reports[0]?.id ?? "", text: "哪里？" });
    expect(outcome).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  });
});
