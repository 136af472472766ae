"use server";

import { createHash } from "node:crypto";
import { publicAction } from "#lib/access/action";
import { redirect } from "#lib/i18n/navigation";
import { reportFormSchema } from "#lib/intake/report-form";
import { submitReport } from "#lib/intake/submit-report";
import { AppError } from "#lib/platform/errors";
import { forgetReceipt, keepReceipt } from "../receipt-cookie.ts";

export const reportAction = publicAction(reportFormSchema, async ({ key, ...report }): Promise<never> => {
  const { locale } = report;
  // Sent twice it is one report; sent again with other words it is another one.
  const idempotencyKey = createHash("sha256").update(key).update(JSON.stringify(report)).digest("hex");
  const outcome = await submitReport(report, { channel: "web", locale, idempotencyKey });
  if (!outcome.ok) throw new AppError("CONFLICT");
  await keepReceipt(outcome.receipt);
  return redirect({ href: "/report/done", locale });
});

export async function receiptSavedAction(): Promise<void> {
  await forgetReceipt();
}
