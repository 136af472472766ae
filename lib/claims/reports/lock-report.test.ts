import { beforeAll, expect, it } from "vitest";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { submitReport } from "#lib/intake/submit-report";
import { db } from "#lib/platform/db";
import { readyReference } from "#seed/reference";
import { placeReport } from "./place-report.ts";

beforeAll(readyReference);

/** A report in a claim of its own. */
async function receive(text: string) {
  const filed = await submitReport({ text }, { channel: "web", locale: "zh-CN" });
  if (!filed.ok) throw new Error(filed.reason);
  const { id: reportId } = await db.report.findFirstOrThrow({ where: { text } });
  await placeReport(reportId);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId } });
  return { id: claimId, reportId, receipt: filed.receipt };
}

const end = { closedFrom: "received", closedAt: new Date(), version: { increment: 1 } } as const;

it("a reply is taken while the claim is merged into one that is open", async () => {
  const claim = await receive("东门大桥下周二封闭施工");
  const into = await receive("超市食盐即将断货");
  const outcome = await meanwhile(
    claim,
    () => replyByReceipt({ receipt: claim.receipt, text: "是在短视频里看到的" }),
    (tx) =>
      tx.claim.update({
        where: { id: claim.id },
        data: { ...end, status: "duplicate", mergedIntoId: into.id },
      }),
  );
  expect(outcome).toEqual({ ok: true });
  const event = { type: "report.replied" as const, subjectId: claim.reportId };
  expect(await db.event.findFirstOrThrow({ where: event })).toMatchObject({ claimId: into.id });
});

it("a reply is refused when the claim is closed in the meantime", async () => {
  const claim = await receive("地铁十号线今晚停运");
  const outcome = await meanwhile(
    claim,
    () => replyByReceipt({ receipt: claim.receipt, text: "朋友转给我的" }),
    (tx) =>
      tx.claim.update({
        where: { id: claim.id },
        data: { ...end, status: "too-vague", closingNote: "说得太少。" },
      }),
  );
  expect(outcome).toEqual({ ok: false, reason: "CLAIM_ENDED" });
});
