import { Readable } from "node:stream";
import { beforeAll, expect, it } from "vitest";
import { placeReport } from "#lib/claims/reports/place-report";
import { receiveUpload } from "#lib/files/receive-upload";
import { messages } from "#lib/i18n/messages";
import { submitReport } from "#lib/intake/submit-report";
import { LiveIndex } from "#lib/matching/live-index";
import { at } from "#lib/platform/at";
import { after, days, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { storage } from "#lib/platform/storage";
import { readyReference } from "#seed/reference";
import { retention, retentionSweeps } from "./retention.ts";
import { byClock } from "./worker.ts";

beforeAll(readyReference);

const sweepIn = (milliseconds: number) =>
  at(after(now(), milliseconds), async () => {
    for (const sweep of Object.values(retentionSweeps)) await sweep();
  });

it("is what the worker sweeps, and what the page about it explains in both languages", () => {
  expect(Object.keys(byClock)).toEqual(expect.arrayContaining(Object.keys(retentionSweeps)));
  for (const { public: words } of Object.values(messages))
    expect(Object.keys(words.privacy.items)).toEqual(Object.keys(retention));
});

async function fileReport(text: string) {
  const owner = "asker";
  const { id: uploadId } = await receiveUpload(Readable.from([Buffer.from("%PDF-1.4 %%EOF")]), owner);
  const report = {
    text,
    note: "家人群里转的",
    urls: ["https://v.example.com/a/1"],
    contact: { email: "asker@example.org" },
    uploadIds: [uploadId],
  };
  await submitReport(report, { channel: "web", locale: "zh-CN", uploadOwner: owner });
  const { id } = await db.report.findFirstOrThrow({ where: { text } });
  await placeReport(id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: id } });
  return { id, uploadId, claimId };
}

const hasOriginal = async (id: string) => (await storage.open("original", id)) !== null;

it("keeps the contact and the words of a claim that never ends for a year, and then what nobody is known by", async () => {
  const { id, uploadId, claimId } = await fileReport("遂宁船山区的桥明天要拆，居民不许出门");
  const before = await db.report.findUniqueOrThrow({ where: { id } });
  await sweepIn(days(364));
  expect(await db.reportContact.count({ where: { reportId: id } })).toBe(1);
  expect(await db.report.findUniqueOrThrow({ where: { id } })).toEqual(before);
  expect(await hasOriginal(uploadId)).toBe(true);

  await sweepIn(days(366));
  expect(await db.reportContact.count({ where: { reportId: id } })).toBe(0);
  const words = { text: "〔原文已隐去〕", note: "〔附言已隐去〕", urls: ["〔链接已隐去〕"] };
  expect(await db.report.findUniqueOrThrow({ where: { id } })).toEqual({ ...before, ...words });
  const events = await db.event.findMany({ where: { type: "report.anonymised", subjectId: id } });
  expect(events).toMatchObject([{ claimId, actorKind: "system", data: {} }]);

  await sweepIn(days(400));
  expect(await db.event.count({ where: { type: "report.anonymised", subjectId: id } })).toBe(1);
});

it("takes out what was written about a report by its own age, later than the report", async () => {
  const { id } = await fileReport("攀枝花东区的隧道今晚封闭，明早不通车");
  const say = (text: string, past: number) =>
    db.reportMessage.create({
      data: { id: newId(), reportId: id, author: "citizen", text, at: after(now(), past) },
    });
  const [early, late] = [await say("补充：在三号洞口", days(1)), await say("补充：昨天又有人说", days(300))];
  const texts = async () => {
    const rows = await db.reportMessage.findMany({
      where: { id: { in: [early.id, late.id] } },
      orderBy: { at: "asc" },
    });
    return rows.map(({ text }) => text);
  };
  await sweepIn(days(367));
  expect(await texts()).toEqual(["〔原文已隐去〕", "补充：昨天又有人说"]);
  await sweepIn(days(666));
  expect(await texts()).toEqual(["〔原文已隐去〕", "〔原文已隐去〕"]);
});

it("anonymises the report itself, whatever its caller calls by the same name", async () => {
  const { id } = await fileReport("自贡贡井区的盐厂明天停产，盐要涨价");
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`CREATE TEMP TABLE reports ON COMMIT DROP AS SELECT * FROM reports`;
    await tx.$executeRaw`SELECT anonymise_report(${id}::uuid, ${after(now(), days(1))}, ${now()},
      ${[newId()]}::uuid[], ${newId()}::uuid)`;
  });
  expect(await db.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ text: "〔原文已隐去〕" });
});

it("removes the original of a file a month after the end of its claim, and keeps the report", async () => {
  const { id, uploadId, claimId } = await fileReport("广元利州区的公交车从下月起只收现金");
  const closing = { status: "opinion", closedFrom: "received", closingNote: "看法" } as const;
  await db.claim.update({ where: { id: claimId }, data: { ...closing, closedAt: now() } });
  await sweepIn(days(29));
  expect(await hasOriginal(uploadId)).toBe(true);
  await sweepIn(days(31));
  expect(await hasOriginal(uploadId)).toBe(false);
  expect(await db.upload.findUniqueOrThrow({ where: { id: uploadId } })).toMatchObject({ droppedAt: null });
  expect(await db.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ note: "家人群里转的" });
});

it("matches by no mark, and still by the claim's own words", async () => {
  const text = "巴中巴州区的医院今后只收外地病人";
  const { claimId } = await fileReport(text);
  await sweepIn(days(366));
  const index = new LiveIndex();
  await index.load();
  expect((await index.search({ text })).map((match) => match.id)).toContain(claimId);
  expect(await index.search({ text: "〔原文已隐去〕" })).toEqual([]);
});

it("forgets what was uploaded and not sent, and sessions that ended", async () => {
  const { id } = await receiveUpload(Readable.from([Buffer.from("%PDF-1.4 %%EOF")]), "nobody");
  await sweepIn(hours(25));
  expect(await db.upload.findUniqueOrThrow({ where: { id } })).toMatchObject({ droppedAt: expect.any(Date) });
  expect(await hasOriginal(id)).toBe(false);
});
