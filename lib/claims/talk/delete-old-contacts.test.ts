import { beforeAll, expect, it } from "vitest";
import { placeReport } from "#lib/claims/reports/place-report";
import { submitReport } from "#lib/intake/submit-report";
import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { readyReference } from "#seed/reference";
import { deleteOldContacts } from "./delete-old-contacts.ts";

beforeAll(readyReference);

async function claimWithContact(text: string, closedDaysAgo?: number) {
  await submitReport({ text, contact: { email: "asker@example.org" } }, { channel: "web", locale: "zh-CN" });
  const { id } = await db.report.findFirstOrThrow({ where: { text } });
  await placeReport(id);
  if (closedDaysAgo !== undefined) {
    const closedAt = after(now(), -days(closedDaysAgo));
    const data = { status: "opinion", closedFrom: "received", closedAt, closingNote: "看法" } as const;
    await db.claim.updateMany({ where: { wording: text }, data });
  }
  return id;
}

it("deletes a contact thirty days after the end of its claim, and no other", async () => {
  const old = await claimWithContact("关闭三十一天", 31);
  const recent = await claimWithContact("关闭二十九天", 29);
  const open = await claimWithContact("还在核查");
  await deleteOldContacts();
  const left = await db.reportContact.findMany({ where: { reportId: { in: [old, recent, open] } } });
  expect(left.map(({ reportId }) => reportId).toSorted()).toEqual([recent, open].toSorted());
  expect(await db.event.findFirst({ where: { type: "contact.deleted" } })).toMatchObject({
    data: { count: 1 },
  });
});
