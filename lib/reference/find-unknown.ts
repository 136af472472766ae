import type { FieldError } from "#lib/platform/errors";
import { listDivisions } from "./divisions.ts";
import { listTopics } from "./topics.ts";

type Named = { topic?: string | readonly string[] | undefined; division?: string | undefined };

/** Which of the topics and division that somebody names do not exist; what is left out is not asked about. */
export async function findUnknown({ topic, division }: Named): Promise<FieldError[]> {
  const topics = topic === undefined ? [] : [topic].flat();
  const known = topics.length > 0 ? await listTopics() : [];
  const isTopic = topics.every((one) => known.some(({ id }) => id === one));
  const isDivision = division === undefined || (await listDivisions()).some(({ code }) => code === division);
  return [
    ...(isTopic ? [] : [{ path: "topic", message: "unknown" }]),
    ...(isDivision ? [] : [{ path: "division", message: "unknown" }]),
  ];
}
