"use server";

import { askWhatItSays } from "#lib/answers/ask-what-it-says";
import { isReceived, receiveReport, type Sender } from "#lib/intake/receive-report";
import { reportFormSchema } from "#lib/intake/report-form";
import { AppError } from "#lib/platform/errors";
import { knownMatches } from "#lib/web/known-matches";
import { networkOf } from "#lib/web/network";
import { openAction, publicAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";
import { forgetReceipt, keepReceipt } from "#lib/web/next/receipt-cookie";
import { visitor } from "#lib/web/next/visitor";
import { uploadOwnerOf } from "#lib/web/sender";

export const reportAction = publicAction(
  reportFormSchema,
  async ({ key, proof, asked, checked, ...report }) => {
    const { locale, text = "", urls, uploadIds } = report;
    const from = await visitor();
    const sender: Sender = {
      channel: "web",
      network: networkOf(from),
      locale,
      uploadOwner: uploadOwnerOf(from.headers),
      key,
      proof,
    };
    const matches = checked ? [] : await knownMatches(from, { text, urls, uploadIds }, locale);
    // Whoever has not seen what is known sees it first. What only others have reported is joined without asking, and a
    // report that was taken is not asked about again.
    if (matches?.some(({ state }) => state !== "received") && !(await isReceived(report, sender)))
      return { ok: false as const, reason: "KNOWN" as const, matches, text, asked };
    await askWhatItSays(report, sender);
    const outcome = await receiveReport(report, sender);
    if (!outcome.ok) throw new AppError("CONFLICT");
    await keepReceipt(outcome.receipt);
    return redirect({ href: "/report/done", locale });
  },
);

export const receiptSavedAction = openAction(forgetReceipt);
