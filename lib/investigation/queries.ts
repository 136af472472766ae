import type { ReadableClaim } from "#lib/claims/read-claim";
import { db } from "#lib/platform/db";
import { isId } from "#lib/platform/id";

const member = { select: { id: true, zh: true, en: true } } as const;

const counted = { _count: { select: { files: true } } } as const;

const files = {
  orderBy: { addedAt: "asc" },
  select: { addedAt: true, upload: { select: { id: true, kind: true } } },
} as const;

/** What was found about a claim: evidence (withdrawn ones too), findings with the newest first, and replies sought. */
export async function getInvestigation({ id: claimId }: ReadableClaim) {
  const [evidence, findings, replies] = await Promise.all([
    db.evidence.findMany({
      where: { claimId },
      orderBy: { addedAt: "asc" },
      include: { member, ...counted },
    }),
    db.finding.findMany({ where: { claimId }, orderBy: { foundAt: "desc" }, include: { member } }),
    db.replyRequest.findMany({ where: { claimId }, orderBy: { askedAt: "asc" } }),
  ]);
  return { evidence, findings, replies };
}

export type Investigation = Awaited<ReturnType<typeof getInvestigation>>;
export type EvidenceView = Investigation["evidence"][number];

/** One piece of evidence with its files, and the claim that it is about; null where there is none. */
export const findEvidence = async (evidenceId: string) =>
  isId(evidenceId)
    ? db.evidence.findUnique({
        where: { id: evidenceId },
        include: { member, files, ...counted, claim: { select: { id: true, number: true, status: true } } },
      })
    : null;
