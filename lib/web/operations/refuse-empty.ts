import { AppError } from "#lib/platform/errors";
import type { DebunkFilter } from "#lib/publishing/schema";
import { findUnknown } from "#lib/reference/find-unknown";

type Filter = Pick<DebunkFilter, "q" | "topic" | "division" | "cursor">;

/**
 * Refuses a filter that could only find nothing, by name: a topic or division that does not exist, or a cursor together
 * with a question, whose answers are ranked and have no next page.
 * @throws AppError VALIDATION
 */
export async function refuseEmpty(filter: Filter): Promise<void> {
  const fields = await findUnknown(filter);
  if (filter.q && filter.cursor) fields.push({ path: "cursor", message: "invalid" });
  if (fields.length > 0) throw new AppError("VALIDATION", fields);
}
