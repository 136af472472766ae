import { knownReference } from "#lib/intake/known-reference";
import { AppError } from "#lib/platform/errors";
import type { DebunkFilter } from "./schema.ts";

/**
 * Refuses a filter that could only find nothing, by name: a topic or division that does not exist, or a cursor together
 * with a question, whose answers are ranked and have no next page.
 * @throws AppError VALIDATION
 */
export async function checkFilter({ q, topic, division, cursor }: DebunkFilter): Promise<void> {
  const known = topic || division ? await knownReference() : undefined;
  const fields = [
    ...(topic && !known?.topics.has(topic) ? [{ path: "topic", message: "unknown" }] : []),
    ...(division && !known?.divisions.has(division) ? [{ path: "division", message: "unknown" }] : []),
    ...(q && cursor ? [{ path: "cursor", message: "invalid" }] : []),
  ];
  if (fields.length > 0) throw new AppError("VALIDATION", fields);
}
