import type { FieldError } from "#lib/platform/errors";
import { listDivisions } from "./divisions.ts";
import { listTopics } from "./topics.ts";

type Named = { topic?: string | undefined; division?: string | undefined };

/** Which of the topic and division that somebody names do not exist; what is left out is not asked about. */
export async function findUnknown({ topic, division }: Named): Promise<FieldError[]> {
  const isTopic = topic === undefined || (await listTopics()).some(({ id }) => id === topic);
  const isDivision = division === undefined || (await listDivisions()).some(({ code }) => code === division);
  return [
    ...(isTopic ? [] : [{ path: "topic", message: "unknown" }]),
    ...(isDivision ? [] : [{ path: "division", message: "unknown" }]),
  ];
}
