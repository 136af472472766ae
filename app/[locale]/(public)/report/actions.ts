"use server";

import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { readUploadOwner } from "#lib/files/upload-owner";
import { redirect } from "#lib/i18n/navigation";
import { isFiled } from "#lib/intake/is-filed";
import { reportFormSchema } from "#lib/intake/report-form";
import { submitReport } from "#lib/intake/submit-report";
import { weighArrival } from "#lib/intake/weigh-arrival";
import { AppError } from "#lib/platform/errors";
import { publicAction } from "#lib/web/next/action";
import { knownMatches } from "#lib/web/next/known-matches";
import { forgetReceipt, keepReceipt } from "#lib/web/next/receipt-cookie";
import { visitorNetwork } from "#lib/web/next/visitor";

export const reportAction = publicAction(
  reportFormSchema,
  async ({ key, proof, asked, checked, ...report }) => {
    const { locale, text = "", urls, uploadIds } = report;
    // Sent twice it is one report; sent again with other words it is another one.
    const idempotencyKey = createHash("sha256").update(key).update(JSON.stringify(report)).digest("hex");
    const matches = checked ? [] : await knownMatches({ text, urls, uploadIds }, locale);
    // Whoever has not seen what is known sees it first. What only others have reported is joined without asking, and a
    // report that was taken is not asked about again.
    if (matches?.some(({ state }) => state !== "received") && !(await isFiled(idempotencyKey)))
      return { ok: false as const, reason: "KNOWN" as const, matches, text, asked };
    const weighed = await weighArrival({ network: await visitorNetwork(), channel: "web", proof });
    if (!weighed.ok) throw new AppError("RATE_LIMITED");
    const outcome = await submitReport(report, {
      channel: "web",
      locale,
      idempotencyKey,
      suspicion: weighed.suspicion,
      uploadOwner: readUploadOwner(await headers()),
    });
    if (!outcome.ok) throw new AppError("CONFLICT");
    await keepReceipt(outcome.receipt);
    return redirect({ href: "/report/done", locale });
  },
);

export async function receiptSavedAction(): Promise<void> {
  await forgetReceipt();
}
