import type { ReadableClaim } from "#lib/claims/read-claim";
import { type EvidenceView, getInvestigation } from "#lib/investigation/queries";
import { mapMembers } from "#lib/members/queries";
import { dayOf } from "#lib/platform/clock";
import type { PublishedContent, PublishedMember } from "#lib/publishing/content";

/** What evidence is shown of, wherever a text cites it: nothing about who entered it. */
export type CitedEvidence = ReturnType<typeof cited>;

/** What a notice takes from elsewhere than its text. */
export type PreviewSources = {
  evidence: readonly CitedEvidence[];
  replies: PublishedContent["replies"];
  verifiedBy: PublishedMember[];
  writtenBy: PublishedMember;
};

/** What a text is written from, and what its preview shows beside it. */
export async function loadWriting(claim: ReadableClaim, memberId: string) {
  const [investigation, members] = await Promise.all([getInvestigation(claim), mapMembers([memberId])]);
  const { id, zh, en } = members.get(memberId) ?? { id: memberId, zh: memberId, en: memberId };
  const verifiers = new Map(investigation.findings.map(({ member }) => [member.id, member]));
  const sources: PreviewSources = {
    evidence: investigation.evidence.map(cited),
    replies: investigation.replies.map(({ organisation, askedAt, outcome, reply }) => ({
      organisation,
      askedOn: dayOf(askedAt),
      outcome,
      reply,
    })),
    verifiedBy: [...verifiers.values()],
    writtenBy: { id, zh, en },
  };
  return { investigation, sources };
}

const cited = (evidence: EvidenceView) => {
  const { id, type, publisher, title, url, archivedUrl, publishedOn, shows, isPrimary, withdrawnAt } =
    evidence;
  return { id, type, publisher, title, url, archivedUrl, publishedOn, shows, isPrimary, withdrawnAt };
};
