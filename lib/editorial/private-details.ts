import type { EventActor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type PrivateSpan, privateSpans } from "#lib/wording/private-spans";
import type { DraftContent } from "./status.ts";

/** A stretch of a notice that may tell who or where a private person is. */
export type PrivateDetail = Pick<PrivateSpan, "kind" | "text">;

type Text = { id: string; claimId: string };

/**
 * What a text, what the evidence that it cites is said to show, and the claim's wording, which is published with it, may
 * tell of private people: what nobody has answered for yet, and
 * what somebody has said is public or needed. It forbids nothing: people decide.
 */
export async function findDetails({ claimId }: Text, content: DraftContent, client: Tx = db) {
  const cited = content.points.flatMap(({ evidenceIds }) => evidenceIds);
  const [claim, evidence, rows] = await Promise.all([
    client.claim.findUniqueOrThrow({ where: { id: claimId }, select: { wording: true } }),
    client.evidence.findMany({
      where: { id: { in: cited }, withdrawnAt: null },
      select: { title: true, shows: true },
    }),
    client.keptDetail.findMany({ where: { claimId }, orderBy: { keptAt: "asc" }, select: keptSelect }),
  ]);
  const texts = [
    claim.wording,
    content.title,
    content.summary,
    content.claimed,
    ...content.points.map(({ text }) => text),
    content.advice,
    content.howWeKnow,
    ...evidence.flatMap(({ title, shows }) => [title, shows]),
  ];
  const found = new Map(texts.flatMap(privateSpans).map(({ kind, text }) => [text, { kind, text }]));
  const kept = rows.filter(({ text }) => found.has(text));
  for (const { text } of kept) found.delete(text);
  return { open: [...found.values()] as PrivateDetail[], kept };
}

const keptSelect = { kind: true, text: true, keptById: true, keptAt: true } as const;

/** Keeps who has said of which details that they stay; tells those that nobody has answered for. Whoever calls it holds the claim. */
export async function keepDetails(
  tx: Tx,
  by: EventActor & { kind: "person" },
  draft: Text & { latestVersion: number },
  { content, kept = [] }: { content: DraftContent; kept?: readonly string[] | undefined },
): Promise<PrivateDetail[]> {
  const { open } = await findDetails(draft, content, tx);
  const answered = open.filter(({ text }) => kept.includes(text));
  if (answered.length > 0) {
    const about = { claimId: draft.claimId, draftId: draft.id, keptById: by.userId, keptAt: now() };
    await tx.keptDetail.createMany({
      data: answered.map((detail) => ({ ...detail, ...about, id: newId() })),
    });
    await recordEvent(tx, {
      type: "draft.details-kept",
      actor: by,
      subjectId: draft.id,
      claimId: draft.claimId,
      data: { version: draft.latestVersion, count: answered.length },
    });
  }
  return open.filter((detail) => !answered.includes(detail));
}
