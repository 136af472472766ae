import type { Division } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";
import { sayable } from "#lib/wording/sayable";
import type { ClaimView, ReportView } from "./queries.ts";
import { type ClosingGuess, suggestClosing } from "./suggest-closing.ts";
import { suggestPlaces } from "./suggest-places.ts";
import { likelyTopic, suggestTopics, type TopicSuggestion, type TopicVotes } from "./suggest-topics.ts";
import { suggestUrgency, type UrgencyGuess } from "./suggest-urgency.ts";

/** A place that the claim may be about, with the words that name it; without any it came from the citizen or an earlier decision. */
export type SuggestedPlace = Pick<Division, "code" | "zh" | "en"> & { quote: string | null };

/** What the triage form starts with, and why. */
export type TriageSuggestion = {
  /** What strangers may read of its words; until somebody has accepted it these are a reporter's own. */
  wording: string;
  /** What somebody has chosen, or the best of three where anything speaks for it. */
  topicId: string | null;
  isTopicChosen: boolean;
  topics: readonly TopicSuggestion[];
  places: readonly SuggestedPlace[];
  urgency: UrgencyGuess | null;
  closing: ClosingGuess | null;
};

/** What may be said of a claim when it is accepted, and why; the moderator decides. */
export function suggestTriage(
  claim: Pick<ClaimView, "status" | "wording" | "topicId" | "places">,
  reports: readonly Pick<ReportView, "text">[],
  topics: readonly Topic[],
  divisions: readonly Division[],
  votes?: TopicVotes,
): TriageSuggestion {
  const texts = [claim.wording, ...reports.map(({ text }) => text)];
  const named = suggestPlaces(texts);
  const chosen = claim.places.map(({ division }) => division);
  const guesses = suggestTopics(texts, topics, votes);
  return {
    wording: claim.status === "received" ? sayable(claim.wording) : claim.wording,
    topicId: claim.topicId ?? likelyTopic(guesses),
    isTopicChosen: claim.topicId !== null,
    topics: guesses,
    urgency: suggestUrgency(texts),
    closing: suggestClosing(texts),
    places: [
      ...chosen.map((place) => ({ ...place, quote: null })),
      ...named.flatMap(({ code, quote }) => {
        const place = divisions.find((division) => division.code === code);
        const isChosen = chosen.some((other) => other.code === code);
        return place && !isChosen ? [{ code, zh: place.zh, en: place.en, quote }] : [];
      }),
    ],
  };
}
