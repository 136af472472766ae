import { getTranslations } from "next-intl/server";
import type { TriageSuggestion } from "#components/claims/triage-form";
import type { ClaimView, ReportView } from "#lib/claims/queries";
import { type Closing, closings } from "#lib/claims/status";
import { suggestPlaces } from "#lib/claims/suggest-places";
import { suggestTopic } from "#lib/claims/suggest-topic";
import type { Division } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";

/** What the triage form starts with, and why; the moderator decides. */
export function suggestTriage(
  claim: ClaimView,
  reports: readonly ReportView[],
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

/** A kind text for each closing, in the languages of the people who asked. */
export async function closingTexts(reports: readonly ReportView[]): Promise<Record<Closing, string>> {
  const asked = new Set(reports.map(({ locale }) => locale));
  const locales = (["zh-CN", "en"] as const).filter((locale) => asked.has(locale));
  const words = await Promise.all(
    (locales.length > 0 ? locales : (["zh-CN"] as const)).map((locale) =>
      getTranslations({ locale, namespace: "desk.close.texts" }),
    ),
  );
  return Object.fromEntries(
    closings.map((closing) => [closing, words.map((t) => t(closing)).join("\n\n")]),
  ) as Record<Closing, string>;
}
