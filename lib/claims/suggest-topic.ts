import type { Topic } from "#lib/reference/topics";
import { normalised } from "#lib/wording/normalise";

export type TopicSuggestion = { topicId: string; keywords: string[] };

/** The topic whose keywords occur most often in a claim's wording and reports, with the words that were found. */
export function suggestTopic(texts: readonly string[], topics: readonly Topic[]): TopicSuggestion | null {
  const text = normalised(texts.join("\n"));
  const found = topics
    .map(({ id, keywords }) => ({
      topicId: id,
      keywords: keywords.filter((word) => text.includes(normalised(word))),
    }))
    .filter(({ keywords }) => keywords.length > 0)
    .sort((a, b) => b.keywords.length - a.keywords.length);
  return found[0] ?? null;
}
