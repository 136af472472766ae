import { db } from "#lib/platform/db";
import { oneByOne } from "#lib/platform/one-by-one";
import { listTopics } from "#lib/reference/topics";
import { listTopicVotes } from "./list-topic-votes.ts";
import { suggestPlaces } from "./suggest-places.ts";
import { likelyTopic, suggestTopics } from "./suggest-topics.ts";
import { suggestUrgency } from "./suggest-urgency.ts";

const AT_ONCE = 50;
/** Of the reports the newest; nobody reads more before deciding. */
const REPORTS_READ = 5;

type Unguessed = {
  id: string;
  wording: string;
  /** What its first sender chose. */
  topicId: string | null;
  reportCount: number;
  texts: string[];
};

/**
 * Guesses the topic, the places and the urgency of claims that nobody has accepted yet, the last reported first, and again when
 * twice as many reports have come: the queue shows them in grey, and people decide.
 */
export async function guessFacts(): Promise<void> {
  for (let some = await readUnguessed(); some.length > 0; ) {
    await oneByOne(some, ({ id }) => id, guess);
    some = some.length === AT_ONCE ? await readUnguessed() : [];
  }
}

/** From the index of those that wait alone. */
const readUnguessed = () => db.$queryRaw<Unguessed[]>`
  SELECT id, wording, topic_id AS "topicId", report_count AS "reportCount", ARRAY(
      SELECT report.text FROM claim_reports JOIN reports report ON report.id = report_id
      WHERE claim_id = claims.id ORDER BY added_at DESC LIMIT ${REPORTS_READ}) AS texts
  FROM claims WHERE status = 'received' AND suspicion IS NULL AND report_count >= 2 * guessed_from
  ORDER BY last_reported_at DESC LIMIT ${AT_ONCE}`;

async function guess({ id, wording, topicId, reportCount, texts }: Unguessed): Promise<void> {
  const said = [wording, ...texts];
  const [topics, votes] = await Promise.all([listTopics(), listTopicVotes(wording, id)]);
  const guessedTopicId = likelyTopic(suggestTopics(said, topics, votes));
  const topic = topics.find((one) => one.id === (topicId ?? guessedTopicId));
  await db.claim.updateMany({
    where: { id, status: "received" },
    data: {
      guessedTopicId,
      guessedUrgency: suggestUrgency(said)?.urgency ?? topic?.defaultUrgency ?? null,
      guessedPlaces: suggestPlaces(said).map(({ code }) => code),
      guessedFrom: Math.max(1, reportCount),
    },
  });
}
