"use server";

import { publicAction } from "#lib/access/action";
import { redirect } from "#lib/i18n/navigation";
import { locales, receiptSchema } from "#lib/intake/schema";
import { z } from "#lib/platform/validation";
import { trackReport } from "#lib/publishing/track-report";
import { forgetReceipt, keepReceipt } from "../receipt-cookie.ts";

const trackSchema = receiptSchema.extend({ locale: z.enum(locales) });

export const trackAction = publicAction(trackSchema, async ({ receipt, locale }) => {
  if (!(await trackReport(receipt))) return { ok: false as const, receipt };
  await keepReceipt(receipt);
  return redirect({ href: "/track", locale });
});

export async function leaveTrackAction(): Promise<void> {
  await forgetReceipt();
}
