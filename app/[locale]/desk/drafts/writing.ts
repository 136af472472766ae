import { forbidden } from "next/navigation";
import type { PreviewSources } from "#components/editorial/draft-preview";
import type { Actor } from "#lib/access/actor";
import { can, membersFor } from "#lib/access/can";
import { type DraftView, listClaimDrafts } from "#lib/editorial/queries";
import { getInvestigation } from "#lib/investigation/queries";
import { mapMembers, mapPeople } from "#lib/members/queries";
import { dayOf } from "#lib/platform/clock";
import type { PublishedMember } from "#lib/publishing/content";
import { workersOn } from "#lib/routing/queries";

/** The text of a claim that is in work, if there is one. */
export async function findOpenDraft(actor: Actor, claimId: string) {
  const drafts = await listClaimDrafts(actor, claimId);
  return drafts.find(({ status }) => status !== "published") ?? null;
}

/** The member for which the actor writes about a claim; anybody else is told that this is not theirs. */
export async function requireWriter(actor: Actor, claimId: string): Promise<string> {
  const writing = await workersOn(claimId, "write");
  const own = membersFor(actor, "draft.write").find((memberId) => writing.includes(memberId));
  if (own === undefined || !can(actor, "draft.write", { memberIds: [own] })) forbidden();
  return own;
}

/** What a text is written from, and what its preview shows beside it. */
export async function loadWriting(actor: Actor, claimId: string, memberId: string) {
  const investigation = await getInvestigation(actor, claimId);
  const members = await mapMembers([memberId]);
  const { id, zh, en }: PublishedMember = members.get(memberId) ?? {
    id: memberId,
    zh: memberId,
    en: memberId,
  };
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

type Evidence = Awaited<ReturnType<typeof getInvestigation>>["evidence"][number];

/** What the browser gets of a piece of evidence: nothing about who entered it. */
const cited = ({
  id,
  type,
  publisher,
  title,
  url,
  archivedUrl,
  publishedOn,
  shows,
  isPrimary,
  withdrawnAt,
}: Evidence) => ({
  id,
  type,
  publisher,
  title,
  url,
  archivedUrl,
  publishedOn,
  shows,
  isPrimary,
  withdrawnAt,
});

/** The names of everybody who wrote or reviewed a text, and of their members. */
export async function loadNames({ versions, reviews }: Pick<DraftView, "versions" | "reviews">) {
  const [people, members] = await Promise.all([
    mapPeople([...versions.map(({ writerId }) => writerId), ...reviews.map(({ reviewerId }) => reviewerId)]),
    mapMembers(reviews.map(({ memberId }) => memberId)),
  ]);
  return { people, members };
}
