import type { DraftContent } from "#lib/editorial/status";
import { mapMembers } from "#lib/members/queries";
import { dayOf } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { PublishedContent, PublishedMember } from "./content.ts";

type Sources = {
  claimId: string;
  memberId: string;
  reviewerMemberIds: readonly string[];
  content: DraftContent;
};

/** Puts a version together: the text, the evidence it cites in order of appearance, and who verified, wrote and reviewed. */
export async function buildContent(
  { claimId, memberId, reviewerMemberIds, content }: Sources,
  client: Tx = db,
): Promise<PublishedContent> {
  const rows = await client.evidence.findMany({
    where: { claimId, withdrawnAt: null },
    orderBy: { addedAt: "asc" },
  });
  const replies = await client.replyRequest.findMany({ where: { claimId }, orderBy: { askedAt: "asc" } });
  const findings = await client.finding.findMany({ where: { claimId }, select: { memberId: true } });
  const cited = content.points.flatMap(({ evidenceIds }) => evidenceIds);
  const ordered = rows.toSorted((a, b) => rank(cited, a.id) - rank(cited, b.id));
  const position = new Map(ordered.map(({ id }, index) => [id, index + 1]));
  const verifierIds = [...new Set(findings.map((finding) => finding.memberId))];
  const members = await mapMembers([memberId, ...reviewerMemberIds, ...verifierIds], client);
  const named = (id: string): PublishedMember => {
    const member = members.get(id);
    if (!member) throw new AppError("NOT_FOUND");
    return { id, zh: member.zh, en: member.en };
  };
  return {
    title: content.title,
    titleEn: content.titleEn,
    verdict: content.verdict,
    summary: content.summary,
    claimed: content.claimed,
    points: content.points.map(({ text, evidenceIds }) => ({
      text,
      evidence: evidenceIds.flatMap((id) => position.get(id) ?? []),
    })),
    evidence: ordered.map((row) => ({
      type: row.type,
      publisher: row.publisher,
      title: row.title,
      url: row.url,
      archivedUrl: row.archivedUrl,
      publishedOn: row.publishedOn?.toISOString().slice(0, 10) ?? null,
      shows: row.shows,
      isPrimary: row.isPrimary,
    })),
    advice: content.advice,
    howWeKnow: content.howWeKnow,
    replies: replies.map((reply) => ({
      organisation: reply.organisation,
      askedOn: dayOf(reply.askedAt),
      outcome: reply.outcome,
      reply: reply.reply,
    })),
    verifiedBy: verifierIds.map(named),
    writtenBy: named(memberId),
    reviewedBy: reviewerMemberIds.map(named),
  };
}

const rank = (cited: readonly string[], id: string): number => {
  const index = cited.indexOf(id);
  return index === -1 ? Number.MAX_SAFE_INTEGER : index;
};
