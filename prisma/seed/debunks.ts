import type { ClaimStatus } from "#lib/claims/status";
import { tokensOf } from "#lib/matching/tokens";
import { dayOf } from "#lib/platform/clock";
import { newId } from "#lib/platform/id";
import type { DebunkStatus, PublishedContent, PublishedMember } from "#lib/publishing/content";
import { divisionPath } from "#lib/reference/divisions";
import { finishWork } from "./assignments.ts";
import { change, type Dossier, record } from "./dossier.ts";
import type { DraftInWork } from "./drafts.ts";
import { memberRows } from "./members.ts";
import type { NoticeStory } from "./notices.ts";
import type { Rows } from "./rows.ts";

const eventOf = {
  published: "debunk.published",
  corrected: "debunk.corrected",
  retracted: "debunk.retracted",
} as const;

/** The duty editor publishes an approved text: a new notice, or the next version of it. */
export function publish(
  dossier: Dossier,
  { draft, version, content }: DraftInWork,
  notice: NoticeStory,
  at: Date,
): void {
  const { story, rows } = dossier;
  const { dutyEditor } = story.workers;
  const status = statusAfter(draft.kind);
  const published = publishedContent(dossier, notice);
  Object.assign(draft, { status: "published", updatedAt: at });
  change(dossier, { status: status satisfies ClaimStatus });
  if (draft.kind === "initial") finishWork(dossier, "write", at);
  const debunk = storeDebunk(dossier, published, status, at);
  rows.debunkVersions.push({
    id: newId(),
    debunkId: debunk.id,
    number: debunk.currentVersion,
    draftVersionId: version.id,
    publishedById: dutyEditor.userId,
    publishedAt: at,
    correctionKind: draft.kind === "initial" ? null : draft.kind,
    correctionNote: draft.correctionNote ?? null,
    content: published,
  });
  record(dossier, {
    type: eventOf[status],
    actor: dutyEditor,
    at,
    subjectId: debunk.id,
    ...(draft.correctionNote && { reason: draft.correctionNote }),
    data: { slug: debunk.slug, version: debunk.currentVersion, verdict: content.verdict },
  });
}

function statusAfter(kind: Rows["drafts"][number]["kind"]): DebunkStatus {
  if (kind === "initial") return "published";
  return kind === "retraction" ? "retracted" : "corrected";
}

function storeDebunk(dossier: Dossier, content: PublishedContent, status: DebunkStatus, at: Date) {
  const { story, rows } = dossier;
  const places = story.places.length > 0 ? story.places : ["510000"];
  const debunk: Rows["debunks"][number] = {
    id: newId(),
    claimId: story.id,
    slug: `${dayOf(at).replaceAll("-", "")}-${story.number}`,
    publishedAt: at,
    ...dossier.debunk,
    status,
    currentVersion: (dossier.debunk?.currentVersion ?? 0) + 1,
    verdict: content.verdict,
    title: content.title,
    titleEn: content.titleEn || null,
    summary: content.summary,
    topicId: story.topicId ?? "other",
    divisionCodes: [...new Set(places.flatMap(divisionPath))],
    searchTokens: tokensOf(content.title, content.titleEn, content.summary, content.claimed, story.wording),
    updatedAt: at,
  };
  rows.debunks = [debunk];
  dossier.debunk = debunk;
  return debunk;
}

const members = new Map(memberRows.map(({ id, zh, en }): [string, PublishedMember] => [id, { id, zh, en }]));

/** The whole text with its evidence in the order in which the points cite it, as `buildContent` makes it. */
function publishedContent({ story, rows }: Dossier, notice: NoticeStory): PublishedContent {
  const cited = notice.points.flatMap(({ evidence }) => evidence);
  const order = [...new Set([...cited, ...notice.evidence.map((_, index) => index + 1)])];
  const { verifier, writer, firstReviewer, secondReviewer, dutyEditor } = story.workers;
  const named = (id: string): PublishedMember => members.get(id) ?? { id, zh: id, en: id };
  return {
    title: notice.title,
    titleEn: notice.titleEn,
    verdict: notice.verdict,
    summary: notice.summary,
    claimed: notice.claimed,
    points: notice.points.map(({ text, evidence }) => ({
      text,
      evidence: evidence.map((position) => order.indexOf(position) + 1),
    })),
    evidence: order.flatMap((position) => {
      const row = rows.evidence[position - 1];
      return row ? [publishedEvidence(row)] : [];
    }),
    advice: notice.advice,
    howWeKnow: notice.howWeKnow,
    replies: rows.replies.map(({ organisation, askedAt, outcome, reply = null }) => ({
      organisation,
      askedOn: dayOf(new Date(askedAt)),
      outcome,
      reply,
    })),
    verifiedBy: [named(verifier.memberId)],
    writtenBy: named(writer.memberId),
    reviewedBy: [firstReviewer, secondReviewer, dutyEditor].map(({ memberId }) => named(memberId)),
  };
}

const publishedEvidence = (row: Rows["evidence"][number]): PublishedContent["evidence"][number] => ({
  type: row.type,
  publisher: row.publisher,
  title: row.title,
  url: row.url ?? null,
  archivedUrl: row.archivedUrl ?? null,
  publishedOn: row.publishedOn ? new Date(row.publishedOn).toISOString().slice(0, 10) : null,
  shows: row.shows,
  isPrimary: row.isPrimary,
});
