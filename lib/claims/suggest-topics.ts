import { once } from "#lib/platform/once";
import type { Topic } from "#lib/reference/topics";
import { plain } from "#lib/wording/plain";

/** A topic that a claim may be of: the words of its texts that say so, and how many claims like it are of this topic. */
export type TopicSuggestion = { topicId: string; keywords: string[]; alike: number };

/** How much claims like this one, which somebody has given a topic, speak for it. */
export type TopicVotes = ReadonlyMap<string, { weight: number; claims: number }>;

/** More than anybody reads of a claim before deciding. */
const READ = 4000;
const SHOWN = 3;
const [telling, hinting] = [1, 0.35];
/** What can be of any topic, where nothing says otherwise, then what most claims are of. */
const otherwise = ["other", "livelihood", "public-safety", "health"];

/**
 * The three topics that a claim is most likely of, best first: by the words that tell or hint at a topic, the longer ones and
 * those of few topics more, and by the topics that claims like it have got.
 */
export function suggestTopics(
  texts: readonly string[],
  topics: readonly Topic[],
  votes: TopicVotes = new Map(),
): TopicSuggestion[] {
  const found = new Map(topics.map(({ id }) => [id, { score: 0, keywords: new Map<string, number>() }]));
  for (const { word, quote } of wordsIn(texts.join("\n").slice(0, READ), topics)) {
    for (const [id, weight] of word) {
      const topic = found.get(id);
      if (!topic || topic.keywords.has(quote)) continue;
      topic.score += weight;
      topic.keywords.set(quote, weight);
    }
  }
  const rest = (id: string) => (otherwise.includes(id) ? otherwise.length - otherwise.indexOf(id) : 0);
  return topics
    .map(({ id }) => {
      const { score = 0, keywords = new Map<string, number>() } = found.get(id) ?? {};
      const vote = votes.get(id);
      return { id, keywords, alike: vote?.claims ?? 0, score: score + (vote?.weight ?? 0) };
    })
    .toSorted((one, other) => other.score - one.score || rest(other.id) - rest(one.id))
    .slice(0, SHOWN)
    .map(({ id, keywords, alike }) => ({
      topicId: id,
      keywords: [...keywords].toSorted(([, one], [, other]) => other - one).map(([quote]) => quote),
      alike,
    }));
}

/** The best of three topics where anything speaks for it. */
export const likelyTopic = ([best]: readonly TopicSuggestion[]): string | null =>
  best && (best.keywords.length > 0 || best.alike > 0) ? best.topicId : null;

/** What a word says of each topic. */
type Word = ReadonlyMap<string, number>;

/** The words of topics in a text, as they stand there; of those that overlap the longest. */
function wordsIn(source: string, topics: readonly Topic[]): { word: Word; quote: string }[] {
  const { text, from, to } = plain(source);
  const { words, longest } = lexiconOf(topics);
  const found: { word: Word; quote: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(longest, text.length - at); length > 0; length--) {
      const word = words.get(text.slice(at, at + length));
      if (!word || !isWhole(text, at, at + length)) continue;
      found.push({ word, quote: source.slice(from[at], to[at + length - 1]) });
      at += length - 1;
      break;
    }
  }
  return found;
}

/** A word in letters is not a part of a longer one. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !/[a-z0-9]/.test(text.charAt(from)) ||
  (!/[a-z0-9]/.test(text.charAt(from - 1)) && !/[a-z0-9]/.test(text.charAt(to)));

type Lexicon = { topics: readonly Topic[]; words: Map<string, Map<string, number>>; longest: number };

/** What each word says, made once for the topics as they are. */
function lexiconOf(topics: readonly Topic[]): Lexicon {
  const kept = once<{ lexicon?: Lexicon }>("words of topics", () => ({}));
  if (kept.lexicon?.topics === topics) return kept.lexicon;
  const words = new Map<string, Map<string, number>>();
  for (const { id, keywords, weakKeywords } of topics) {
    for (const [listed, weight] of [
      [keywords, telling],
      [weakKeywords, hinting],
    ] as const) {
      for (const word of listed) {
        const known = words.get(plain(word).text) ?? new Map<string, number>();
        words.set(plain(word).text, known.set(id, Math.max(weight, known.get(id) ?? 0)));
      }
    }
  }
  for (const [word, says] of words) {
    // A word that is of several topics tells less of each; a longer one tells more.
    const share = Math.min(2.5, 0.25 + 0.4 * word.length) / Math.sqrt(says.size);
    for (const [id, weight] of says) says.set(id, weight * share);
  }
  const longest = Math.max(0, ...[...words.keys()].map(({ length }) => length));
  kept.lexicon = { topics, words, longest };
  return kept.lexicon;
}
