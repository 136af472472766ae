import { afterAll, expect, it } from "vitest";
import { LiveIndex } from "#lib/matching/live-index";
import { connect, db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner, ownerUrl } from "#lib/platform/testing/as-owner";
import { seedClaim } from "#seed/claims";
import { seedUpload } from "#seed/uploads";
import { redactAgain } from "./redact-again.ts";

const owner = connect(ownerUrl(), { max: 1 });
afterAll(() => owner.$disconnect());

/** Puts texts where a rule of former days let them pass. */
const asFormerly = (statement: string) =>
  asOwner(`SET session_replication_role = replica; ${statement}; SET session_replication_role = origin`);

const said = "请加王主任邮箱wang.zr@example.cn领取补贴，先交两百元";
const redacted = "请加王主任邮箱〔邮箱已隐去〕领取补贴，先交两百元";

/** A claim whose report, reply, wording and former wording all hold an address. */
async function leaky() {
  const { id: claimId, reports } = await seedClaim({ status: "triaged" });
  const [reportId = ""] = reports.map(({ id }) => id);
  const uploadId = await seedUpload({ reportId });
  const ids = { claimId, reportId, uploadId, messageId: newId(), formerId: newId() };
  await db.uploadText.create({ data: { uploadId, state: "read", text: "无", seen: {}, readAt: new Date() } });
  await db.reportMessage.create({
    data: { id: ids.messageId, reportId, author: "citizen", text: "无", at: new Date() },
  });
  await db.formerWording.create({
    data: { id: ids.formerId, claimId, wording: "无", replacedAt: new Date() },
  });
  await asFormerly(`
    UPDATE reports SET text = '${said}', note = '${said}', urls = '{https://a.example.cn/1}' WHERE id = '${reportId}';
    UPDATE report_messages SET text = '${said}' WHERE id = '${ids.messageId}';
    UPDATE upload_texts SET text = '${said}' WHERE upload_id = '${uploadId}';
    UPDATE upload_texts SET doubts = '[{"start": 8, "end": 12}]' WHERE upload_id = '${uploadId}';
    UPDATE former_wordings SET wording = '${said}' WHERE id = '${ids.formerId}';
    UPDATE claims SET wording = '${said}' WHERE id = '${claimId}'`);
  return ids;
}

const textsOf = async ({
  claimId,
  reportId,
  messageId,
  formerId,
  uploadId,
}: Awaited<ReturnType<typeof leaky>>) => {
  const report = await db.report.findUniqueOrThrow({ where: { id: reportId } });
  const message = await db.reportMessage.findUniqueOrThrow({ where: { id: messageId } });
  const claim = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
  const former = await db.formerWording.findUniqueOrThrow({ where: { id: formerId } });
  const picture = await db.uploadText.findUniqueOrThrow({ where: { uploadId } });
  return [report.text, report.note, message.text, picture.text, claim.wording, former.wording];
};

it("tells what today's rules would take out, takes it out when told to, and then finds nothing more", async () => {
  const ids = await leaky();
  const all = { report: 1, message: 1, picture: 1, claim: 1, "former-wording": 1 };
  expect(await redactAgain(owner, { write: false })).toEqual({ found: all, published: [] });
  expect(await textsOf(ids)).toEqual(Array(6).fill(said));

  expect(await redactAgain(owner, { write: true })).toEqual({ found: all, published: [] });
  expect(await textsOf(ids)).toEqual(Array(6).fill(redacted));

  const records = await db.textRedaction.findMany({ orderBy: { at: "asc" } });
  expect(records.map(({ removed }) => removed)).toEqual([
    { email: 2 },
    { email: 1 },
    { email: 1 },
    { email: 1 },
    { email: 1 },
  ]);
  const events = await db.event.findMany({ where: { type: "text.redacted" } });
  expect(events.map(({ claimId }) => claimId)).toEqual(Array(5).fill(ids.claimId));
  expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(/wang/);

  const none = { report: 0, message: 0, picture: 0, claim: 0, "former-wording": 0 };
  expect(await redactAgain(owner, { write: true })).toEqual({ found: none, published: [] });
  // Places in a text that is another one now.
  expect(await db.uploadText.findUniqueOrThrow({ where: { uploadId: ids.uploadId } })).toMatchObject({
    doubts: [],
  });
});

it("makes matching read the claim again", async () => {
  const { claimId } = await leaky();
  const index = new LiveIndex();
  await index.load();
  const known = async () => (await index.search({ text: "wang.zr@example.cn" })).map(({ id }) => id);
  expect(await known()).toContain(claimId);
  await redactAgain(owner, { write: true });
  await index.catchUp();
  expect(await known()).not.toContain(claimId);
});

it("names the published claims, whose notices people correct", async () => {
  const { id, number } = await seedClaim({ status: "published" }).then((claim) =>
    db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { id: true, number: true } }),
  );
  await asFormerly(`UPDATE claims SET wording = '${said}' WHERE id = '${id}'`);
  expect((await redactAgain(owner, { write: true })).published).toEqual([number]);
});

it.each([
  ["other words", `text = 'etwas anderes'`],
  ["a word more", `text = text || '〔邮箱已隐去〕！'`],
  ["another column", `locale = 'en'`],
  ["a link less", `urls = '{}'`],
])("the database lets nothing else through: %s", async (_, set) => {
  const { reportId } = await leaky();
  await expect(
    asOwner(`BEGIN; INSERT INTO text_redactions (id, report_id, removed, at)
      VALUES (gen_random_uuid(), '${reportId}', '{}', now());
      UPDATE reports SET ${set} WHERE id = '${reportId}'; COMMIT`),
  ).rejects.toThrow();
});

it("refuses a redaction that nothing records, and the application altogether", async () => {
  const { reportId } = await leaky();
  const redact = `UPDATE reports SET text = '${redacted}' WHERE id = '${reportId}'`;
  await expect(asOwner(redact)).rejects.toThrow(/never changed/);
  await expect(db.$executeRawUnsafe(redact)).rejects.toThrow(/permission/);
  await expect(
    db.$executeRaw`SELECT redact_stored('report', ${reportId}::uuid, '{}', '{}', now(), ${newId()}::uuid,
      ${newId()}::uuid)`,
  ).rejects.toThrow(/permission/);
});
