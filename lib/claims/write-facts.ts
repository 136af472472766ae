import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { findTopic } from "#lib/reference/topics";
import type { Urgency } from "#lib/reference/urgency";
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

type Said = Facts & { urgency: Urgency };

/**
 * The columns that hold what the desk says of a claim, its class only where that is another one: a class that stays leaves
 * the clocks alone, which may be due earlier by a merge. Its places are rows.
 */
export const columnsOf = (former: { urgency: Urgency }, { wording, topicId, subtopicId, urgency }: Said) => ({
  wording,
  topicId,
  subtopicId: subtopicId || null,
  ...(urgency !== former.urgency && { urgency }),
});

/** Writes the places that a claim is about in place of the former ones. */
export async function writePlaces(tx: Tx, claimId: string, places: readonly string[]): Promise<void> {
  await tx.claimPlace.deleteMany({ where: { claimId } });
  await tx.claimPlace.createMany({
    data: [...new Set(places)].map((divisionCode) => ({ claimId, divisionCode })),
  });
}
