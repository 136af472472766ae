import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";
import { readClaim } from "#lib/claims/read-claim";
import { isClosed } from "#lib/claims/status";
import { workersOn } from "#lib/claims/work/queries";
import { FILES_PER_EVIDENCE } from "#lib/investigation/attach-file";
import { findEvidence } from "#lib/investigation/queries";
import { AppError } from "#lib/platform/errors";

/** A piece of evidence with its files, for whoever may open those of its claim. @throws AppError NOT_FOUND, FORBIDDEN */
export async function loadEvidencePage(actor: Actor, evidenceId: string) {
  const evidence = await findEvidence(evidenceId);
  if (!evidence) throw new AppError("NOT_FOUND");
  const { claim, withdrawnAt, memberId, files } = evidence;
  await readClaim(actor, claim.id);
  const workers = await workersOn(claim.id);
  const mayAdd = can(actor, "evidence.add", { memberIds: workers.filter((id) => id === memberId) });
  const isOpen = withdrawnAt === null && !isClosed(claim.status) && files.length < FILES_PER_EVIDENCE;
  return {
    evidence,
    mayAdd: mayAdd && isOpen,
    mayOpen: can(actor, "file.read", await holdersOf([claim.id])),
  };
}

export type EvidencePageData = Awaited<ReturnType<typeof loadEvidencePage>>;
