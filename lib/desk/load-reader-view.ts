import type { Actor } from "#lib/access/actor";
import { readClaim } from "#lib/claims/read-claim";
import { getDraft } from "#lib/editorial/queries";
import { AppError } from "#lib/platform/errors";
import { loadWriting } from "./load-writing.ts";

/** The newest words of a text, and what a notice takes from elsewhere. @throws AppError NOT_FOUND, FORBIDDEN */
export async function loadReaderView(actor: Actor, draftId: string) {
  const draft = await getDraft(actor, draftId);
  const { sources } = await loadWriting(await readClaim(actor, draft.claimId), draft.memberId);
  const content = draft.versions[0]?.content;
  if (!content) throw new AppError("NOT_FOUND");
  return { content, sources };
}

export type ReaderView = Awaited<ReturnType<typeof loadReaderView>>;
