"use server";

import { getLocale } from "next-intl/server";
import { openCorrection } from "#lib/editorial/open-correction";
import { openCorrectionSchema } from "#lib/editorial/schema";
import { redirect } from "#lib/i18n/navigation";
import { deskAction } from "#lib/web/next/action";

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
