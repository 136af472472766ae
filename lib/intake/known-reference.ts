import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";

/** Whether the topics and divisions that a report names exist. */
export async function knownReference(): Promise<{
  topics: ReadonlySet<string>;
  divisions: ReadonlySet<string>;
}> {
  const [topics, divisions] = await Promise.all([listTopics(), listDivisions()]);
  return {
    topics: new Set(topics.map(({ id }) => id)),
    divisions: new Set(divisions.map(({ code }) => code)),
  };
}
