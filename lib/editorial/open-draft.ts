import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { CorrectionKind, DraftContent } from "./status.ts";

type Beginning = {
  claimId: string;
  /** The member that answers for the text. */
  memberId: string;
  kind: "initial" | CorrectionKind;
  correctionNote?: string;
  /** What it starts from, and who wrote that. */
  first: { writerId: string; writtenAt: Date; content: DraftContent };
};

/** Makes the text of a claim that is in work, with its first version; a claim has one at a time. */
export async function openDraft(
  tx: Tx,
  { claimId, memberId, kind, correctionNote, first }: Beginning,
): Promise<string> {
  const id = newId();
  const at = now();
  await tx.draft.create({
    data: {
      id,
      claimId,
      memberId,
      kind,
      status: "writing",
      correctionNote: correctionNote ?? null,
      latestVersion: 1,
      createdAt: at,
      updatedAt: at,
    },
  });
  await tx.draftVersion.create({
    data: { id: newId(), draftId: id, number: 1, ...first },
  });
  return id;
}
