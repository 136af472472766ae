"use server";

import { refresh } from "next/cache";
import { trackReport } from "#lib/answers/track-report";
import { replyByReceiptSchema } from "#lib/claims/schema";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { locales } from "#lib/i18n/locale";
import { missingIn } from "#lib/intake/receipt";
import { receiptSchema } from "#lib/intake/schema";
import { AppError } from "#lib/platform/errors";
import { z } from "#lib/platform/validation";
import { follow } from "#lib/telling/follow-claim";
import { wayToTellSchema } from "#lib/telling/follow-schema";
import { limitFollowing } from "#lib/web/limit-following";
import { limitNetwork } from "#lib/web/limit-network";
import { openAction, publicAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";
import { forgetReceipt, keepReceipt, readReceipt } from "#lib/web/next/receipt-cookie";
import { visitor } from "#lib/web/next/visitor";

const trackSchema = receiptSchema.extend({ locale: z.enum(locales) });

export const trackAction = publicAction(trackSchema, async ({ receipt, locale }) => {
  await limitNetwork(await visitor(), "lookup");
  if (!(await trackReport(receipt))) {
    const missing = missingIn(receipt);
    const message = missing > 0 ? `short:${missing}` : "unknown";
    throw new AppError("VALIDATION", [{ path: "receipt", message }]);
  }
  await keepReceipt(receipt);
  return redirect({ href: "/track", locale });
});

/** The receipt is the one that this browser may see; it stands in no form. */
export const replyAction = publicAction(replyByReceiptSchema.pick({ text: true }), async ({ text }) => {
  await limitNetwork(await visitor(), "reply");
  const receipt = await readReceipt();
  if (!receipt) return { ok: false as const, reason: "UNKNOWN_RECEIPT" as const };
  const outcome = await replyByReceipt({ receipt, text });
  if (outcome.ok) {
    await keepReceipt(receipt);
    refresh();
  }
  return outcome;
});

/** Whoever holds a receipt may be told what becomes of the report, although no contact was left with it. */
export const followTrackedAction = publicAction(wayToTellSchema, async ({ proof, ...way }) => {
  await limitFollowing(await visitor(), proof);
  const receipt = await readReceipt();
  const report = receipt ? await trackReport(receipt) : null;
  if (!report?.claimId) return { ok: false as const, reason: "NOT_FOLLOWABLE" as const };
  return follow(report.claimId, way);
});

export const leaveTrackAction = openAction(forgetReceipt);
