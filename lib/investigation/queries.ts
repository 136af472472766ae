import type { ReadableClaim } from "#lib/claims/read-claim";
import { db } from "#lib/platform/db";

const member = { select: { id: true, zh: true, en: true } } as const;

/** What was found about a claim: evidence (withdrawn ones too), findings with the newest first, and replies sought. */
export async function getInvestigation({ id: claimId }: ReadableClaim) {
  const [evidence, findings, replies] = await Promise.all([
    db.evidence.findMany({ where: { claimId }, orderBy: { addedAt: "asc" }, include: { member } }),
    db.finding.findMany({ where: { claimId }, orderBy: { foundAt: "desc" }, include: { member } }),
    db.replyRequest.findMany({ where: { claimId }, orderBy: { askedAt: "asc" } }),
  ]);
  return { evidence, findings, replies };
}

export type Investigation = Awaited<ReturnType<typeof getInvestigation>>;
export type EvidenceView = Investigation["evidence"][number];
