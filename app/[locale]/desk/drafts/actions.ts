"use server";

import { updateTag } from "next/cache";
import { getLocale } from "next-intl/server";
import { reviewDraft } from "#lib/editorial/review-draft";
import { saveDraft } from "#lib/editorial/save-draft";
import { keptDetails, reviewDraftSchema, saveDraftSchema } from "#lib/editorial/schema";
import { submitDraft } from "#lib/editorial/submit-draft";
import { z } from "#lib/platform/validation";
import { publishDebunk } from "#lib/publishing/publish-debunk";
import { publishDebunkSchema } from "#lib/publishing/schema";
import { deskAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";

const saveThenSchema = saveDraftSchema.extend({
  next: z.enum(["save", "submit"]).default("save"),
  kept: keptDetails,
});

/** Saves a text and, if asked to, hands it to the first reviewer. */
export const saveDraftAction = deskAction(
  "draft.write",
  saveThenSchema,
  async (actor, { next, kept, ...input }) => {
    const saved = await saveDraft(actor, input);
    if (!saved.ok) return saved;
    const { draftId, version } = saved;
    const outcome = next === "submit" ? await submitDraft(actor, { draftId, version, kept }) : null;
    // A new text has an address of its own from now on, and a sent one is read, not edited.
    if (!input.draftId || outcome?.ok) {
      const done = outcome ? (outcome.ok ? "sent" : "unready") : "saved";
      redirect({ href: `/desk/drafts/${draftId}?done=${done}`, locale: await getLocale() });
    }
    return outcome?.ok === false ? outcome : saved;
  },
);

/** One of the three reviews. */
export const reviewDraftAction = deskAction("draft.read", reviewDraftSchema, reviewDraft);

/** Publishes an approved text; the pages of this process show it at once, the worker tells the others. */
export const publishDebunkAction = deskAction("debunk.publish", publishDebunkSchema, async (actor, input) => {
  const outcome = await publishDebunk(actor, input);
  if (outcome.ok) updateTag("debunks");
  return outcome;
});
