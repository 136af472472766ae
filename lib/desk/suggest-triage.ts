import type { ClaimView, ReportView } from "#lib/claims/queries";
import { suggestPlaces } from "#lib/claims/suggest-places";
import { suggestTopic } from "#lib/claims/suggest-topic";
import type { Division } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";

/** A place that the claim may be about; a chosen one came from the citizen or an earlier decision. */
export type SuggestedPlace = Pick<Division, "code" | "zh" | "en"> & { isChosen: boolean };

/** What the triage form starts with, and why. */
export type TriageSuggestion = {
  topic: { topicId: string; keywords: readonly string[]; isChosen: boolean } | null;
  places: readonly SuggestedPlace[];
};

/** What may be said of a claim when it is accepted, and why; the moderator decides. */
export function suggestTriage(
  claim: Pick<ClaimView, "wording" | "topicId" | "places">,
  reports: readonly Pick<ReportView, "text">[],
  topics: readonly Topic[],
  divisions: readonly Division[],
): TriageSuggestion {
  const texts = [claim.wording, ...reports.map(({ text }) => text)];
  const named = suggestPlaces(texts, divisions);
  const chosen = claim.places.map(({ division }) => division);
  const topic = suggestTopic(texts, topics);
  return {
    topic: claim.topicId
      ? {
          topicId: claim.topicId,
          keywords: topic?.topicId === claim.topicId ? topic.keywords : [],
          isChosen: true,
        }
      : topic && { ...topic, isChosen: false },
    places: [
      ...chosen.map((place) => ({ ...place, isChosen: true })),
      ...named
        .filter(({ code }) => !chosen.some((place) => place.code === code))
        .map((place) => ({ code: place.code, zh: place.zh, en: place.en, isChosen: false })),
    ],
  };
}
