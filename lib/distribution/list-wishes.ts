import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";

/** What an endpoint may ask for. */
export async function listWishes() {
  const [topics, divisions] = await Promise.all([listTopics(), listDivisions()]);
  return { topics: topics.map(({ id, zh, en }) => ({ id, zh, en })), divisions };
}
