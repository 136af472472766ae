import { tokensOf } from "#lib/matching/tokens";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { findTopic } from "#lib/reference/topics";
import type { Facts } from "./schema.ts";

/** Refuses a topic, subtopic or place that there is not. @throws AppError VALIDATION */
export async function assertKnown({ topicId, subtopicId, places }: Facts): Promise<void> {
  const unknown = (path: string) => new AppError("VALIDATION", [{ path, message: "unknown" }]);
  const topic = await findTopic(topicId);
  if (!topic) throw unknown("topicId");
  if (subtopicId && !topic.subtopics.some(({ id }) => id === subtopicId)) throw unknown("subtopicId");
  const wanted = [...new Set(places)];
  const found = await db.division.count({ where: { code: { in: wanted } } });
  if (found !== wanted.length) throw unknown("places");
}

/** The columns that hold what the desk says of a claim; its places are rows. */
export const columnsOf = ({ wording, topicId, subtopicId }: Facts) => ({
  wording,
  topicId,
  subtopicId: subtopicId || null,
  searchTokens: tokensOf(wording),
});

/** Writes the places that a claim is about in place of the former ones. */
export async function writePlaces(tx: Tx, claimId: string, places: readonly string[]): Promise<void> {
  await tx.claimPlace.deleteMany({ where: { claimId } });
  await tx.claimPlace.createMany({
    data: [...new Set(places)].map((divisionCode) => ({ claimId, divisionCode })),
  });
}
