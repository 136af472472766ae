import { AppError } from "#lib/platform/errors";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";

type Wishes = { topics: readonly string[]; divisions: readonly string[] };

/** Refuses to want topics and places that there are not. @throws AppError VALIDATION */
export async function assertWishes({ topics, divisions }: Wishes): Promise<void> {
  const [knownTopics, knownDivisions] = await Promise.all([listTopics(), listDivisions()]);
  const isTopic = (asked: string) => knownTopics.some(({ id }) => id === asked);
  const isDivision = (asked: string) => knownDivisions.some(({ code }) => code === asked);
  const refuse = (path: string) => new AppError("VALIDATION", [{ path, message: "unknown" }]);
  if (!topics.every(isTopic)) throw refuse("topics");
  if (!divisions.every(isDivision)) throw refuse("divisions");
}
