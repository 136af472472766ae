import { openCorrection } from "#lib/editorial/open-correction";
import { saveDraft } from "#lib/editorial/save-draft";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { publishText } from "#seed/publish-text";
import { done } from "#seed/tell";
import { markOf } from "./mark.ts";

const wording = "明天起全市自来水停水三天。";
const titleOf = (number: number) => `“明天起停水三天”？经核查${markOf(number)}`;

const claim = await seedClaim({ status: "published", wording, notice: { title: titleOf(0) } });
let number = 0;

/** The notice that is corrected again and again. */
export const slugOf = (): string => claim.debunk?.slug ?? "";

/** Publishes the next correction of it by the use cases of the desk, and says its number. */
export async function publishNext(): Promise<number> {
  const { id: claimId, actors } = claim;
  number += 1;
  const note = "补充核查情况。";
  const { draftId } = await done(openCorrection(actors.writer, { claimId, kind: "update", note }));
  const { content } = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
  const text = { ...content, title: titleOf(number) };
  await done(saveDraft(actors.writer, { claimId, draftId, baseVersion: 1, content: text }));
  await publishText(claim, draftId);
  return number;
}
