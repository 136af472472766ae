"use server";

import { getLocale } from "next-intl/server";
import { openCorrection } from "#lib/editorial/open-correction";
import { openCorrectionSchema } from "#lib/editorial/schema";
import { deskAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";

/** Opens a correction and its text. */
export const openCorrectionAction = deskAction(
  "correction.open",
  openCorrectionSchema,
  async (actor, input) => {
    const outcome = await openCorrection(actor, input);
    if (!outcome.ok) return outcome;
    return redirect({ href: `/desk/drafts/${outcome.draftId}`, locale: await getLocale() });
  },
);
