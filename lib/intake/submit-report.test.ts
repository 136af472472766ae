import { beforeAll, describe, expect, it } from "vitest";
import { readContact } from "#lib/claims/talk/read-contact";
import { db } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { hashReceipt } from "./receipt.ts";
import type { NewReport } from "./schema.ts";
import { submitReport } from "./submit-report.ts";

const arrival = { channel: "web", locale: "zh-CN" } as const;
const rowOf = (receipt: string) =>
  db.report.findUniqueOrThrow({
    where: { receiptHash: Uint8Array.from(hashReceipt(receipt) ?? []) },
    include: { contact: true },
  });

async function submit(input: NewReport, idempotencyKey?: string) {
  const outcome = await submitReport(input, { ...arrival, idempotencyKey });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.receipt;
}

beforeAll(readyReference);

describe("submitReport", () => {
  it("stores the report redacted, and neither the receipt nor the contact in plain", async () => {
    const receipt = await submit({
      text: "群里说打13812345678领钱，真的吗",
      note: "发的人是@某某",
      seenOn: "wechat",
      topic: "finance-fraud",
      division: "510722",
      contact: { email: "asker@example.org" },
    });
    const row = await rowOf(receipt);
    expect(row).toMatchObject({
      text: "群里说打〔电话已隐去〕领钱，真的吗",
      note: "发的人是〔账号已隐去〕",
      redactions: { phone: 1, handle: 1 },
      topicId: "finance-fraud",
      divisionCode: "510722",
    });
    expect(JSON.stringify(row)).not.toContain("13812345678");
    expect(Buffer.from(row.contact?.sealed ?? []).toString("latin1")).not.toContain("asker");
  });

  it("stores the links of the text with those of the field, each page once and by the same rule", async () => {
    const receipt = await submit({
      text: "看 https://weibo.com/1234567890/3501756485200075 和 v.douyin.com/zzZ999/ 还有 https://a.example/t?tel=13812345678。",
      urls: ["https://m.weibo.cn/status/3501756485200075?from=share", "https://b.example/@somebody"],
    });
    const row = await rowOf(receipt);
    expect(row.urls).toEqual([
      "https://m.weibo.cn/status/3501756485200075?from=share",
      "https://b.example/〔账号已隐去〕",
      "https://v.douyin.com/zzZ999/",
      "https://a.example/t?tel=〔电话已隐去〕",
    ]);
    expect(row.redactions).toEqual({ phone: 1, handle: 1 });
    const many = Array.from({ length: 30 }, (_, at) => `https://c.example/${at + 1}`);
    expect((await rowOf(await submit({ text: `${many.join(" ")} 都在说` }))).urls).toEqual(many.slice(0, 10));
  });

  it("lets the desk read the contact only with a reason on record", async () => {
    const row = await rowOf(await submit({ text: "请回电", contact: { phone: "028-1234567" } }));
    const moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
    const opened = await readContact(moderator, { reportId: row.id, reason: "请补充视频链接" });
    expect(opened.contact).toBe("028-1234567");
    const logged = await db.event.findFirstOrThrow({ where: { type: "contact.read", subjectId: row.id } });
    expect(logged).toMatchObject({ actorUserId: moderator.userId, reason: "请补充视频链接" });
    const auditor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "auditor" }] }));
    await expect(readContact(auditor, { reportId: row.id, reason: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("answers fifty equal submissions at once with one receipt and one row", async () => {
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => submit({ text: "同一条" }, "one-key")),
    );
    expect(new Set(receipts).size).toBe(1);
    expect(await db.report.count({ where: { text: "同一条" } })).toBe(1);
    const { id } = await rowOf(receipts[0] ?? "");
    expect(await db.event.count({ where: { subjectId: id, type: "report.submitted" } })).toBe(1);
  });

  it("refuses another report under a key that was used", async () => {
    await submit({ text: "第一条" }, "reused");
    expect(await submitReport({ text: "第二条" }, { ...arrival, idempotencyKey: "reused" })).toEqual({
      ok: false,
      reason: "KEY_REUSED",
    });
  });

  it("keeps every one of many different reports, whatever shares a transaction with it", async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `并发线索第${index}条`);
    const receipts = await Promise.all(texts.map((text) => submit({ text })));
    expect(new Set(receipts).size).toBe(300);
    expect(await db.report.count({ where: { text: { startsWith: "并发线索第" } } })).toBe(300);
  });

  it.each(["nonsense", ""])("names the field of an unknown topic %j or division", async (topic) => {
    await expect(submitReport({ text: "x", topic, division: "999999" }, arrival)).rejects.toMatchObject({
      code: "VALIDATION",
      fields: [
        { path: "topic", message: "unknown" },
        { path: "division", message: "unknown" },
      ],
    });
  });
});

describe("a report in the database", () => {
  it("is never changed or deleted", async () => {
    const { id } = await rowOf(await submit({ text: "不可更改" }));
    await expect(db.report.update({ where: { id }, data: { text: "改了" } })).rejects.toThrow(
      /never changed/,
    );
    await expect(db.report.delete({ where: { id } })).rejects.toThrow(/never changed/);
  });

  it("cannot hold a telephone number that slipped past redaction", async () => {
    const { id: _, ...row } = await db.report.findFirstOrThrow();
    const smuggled = {
      ...row,
      id: crypto.randomUUID(),
      receiptHash: Uint8Array.from([1]),
      idempotencyHash: null,
    };
    await expect(db.report.create({ data: { ...smuggled, text: "打13812345678" } })).rejects.toThrow(
      /reports_redacted/,
    );
  });
});
