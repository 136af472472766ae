import { openCorrection } from "#lib/editorial/open-correction";
import { saveDraft } from "#lib/editorial/save-draft";
import type { CorrectionKind } from "#lib/editorial/status";
import { db } from "#lib/platform/db";
import type { SeededClaim } from "#seed/claims";
import { publishText } from "#seed/publish-text";

/** Takes a correction of a notice's title from its opening to the readers. */
export async function correct(
  claim: SeededClaim,
  title: string,
  kind: CorrectionKind = "correction",
): Promise<void> {
  const { actors, id: claimId } = claim;
  const opened = await openCorrection(actors.dutyEditor, { claimId, kind, note: "数字有误。" });
  if (!opened.ok) throw new Error(opened.reason);
  const { draftId } = opened;
  const { content } = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
  const edit = { claimId, draftId, baseVersion: 1, content: { ...content, title } };
  const saved = await saveDraft(actors.writer, edit);
  if (!saved.ok) throw new Error(saved.reason);
  await publishText(claim, draftId);
}
