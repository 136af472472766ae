import { db } from "#lib/platform/db";

type Known = { topics: ReadonlySet<string>; divisions: ReadonlySet<string> };

let known: Promise<Known> | undefined;

/** The ids of topics and divisions, read once a process: they change with a release, not with a request. */
export function knownReference(): Promise<Known> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function read(): Promise<Known> {
  const [topics, divisions] = await Promise.all([
    db.topic.findMany({ select: { id: true } }),
    db.division.findMany({ select: { code: true } }),
  ]);
  return {
    topics: new Set(topics.map(({ id }) => id)),
    divisions: new Set(divisions.map(({ code }) => code)),
  };
}
