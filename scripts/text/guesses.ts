import { suggestTriage, type TriageSuggestion } from "#lib/claims/suggest-triage";
import { divisionRows } from "#seed/divisions";
import { routeFor, topicOf } from "#seed/routes";
import { topicRows } from "#seed/topics";
import { rateOf } from "./rate.ts";
import type { Cases, TriageCase } from "./read-cases.ts";

/** What the desk is told of a claim before anybody decided: its topic, its places, and who should work on it. */
export function measureGuesses({ triage, routes }: Cases) {
  return { ...measureTriage(triage), ...measureRoutes(routes) };
}

function measureTriage(cases: readonly TriageCase[]) {
  const topics = topicRows.map(({ id }) => topicOf(id));
  const guessed = cases.map((one) => {
    const suggestion = suggestTriage(
      { status: "received", wording: one.text, topicId: null, places: [] },
      [],
      topics,
      divisionRows,
    );
    const [named, places] = [topicsOf(suggestion), suggestion.places.map(({ code }) => code)];
    const said = `${one.text} → ${named.join(" ")} | ${places.join(" ")} instead of ${one.topic} | ${one.place}`;
    return { ...one, named, places, said };
  });
  const withTopic = guessed.filter(({ topic }) => topic !== "none");
  const ofTopic = (isHit: (one: (typeof guessed)[number]) => boolean) =>
    rateOf(withTopic.map((one) => ({ kind: one.topic, isHit: isHit(one), said: one.said })));
  return {
    "topic first": ofTopic(({ topic, named }) => named[0] === topic),
    "topic among three": ofTopic(({ topic, named }) => named.slice(0, 3).includes(topic)),
    "no topic": ofTopic(({ named }) => named.length === 0),
    "place first": rateOf(
      guessed
        .filter(({ place }) => place !== null)
        .map(({ place, places, said }) => ({
          kind: place?.endsWith("00") ? "prefecture" : "county",
          isHit: places[0] === place,
          said,
        })),
    ),
    "false places": rateOf(
      guessed.map(({ place, also, places, said }) => {
        const wrong = places.filter((code) => code !== place && !also.includes(code)).length;
        return { kind: place === null ? "no place" : "a place", isHit: wrong > 0, times: wrong, said };
      }),
    ),
  };
}

const topicsOf = ({ topics }: TriageSuggestion): string[] => topics.map(({ topicId }) => topicId);

function measureRoutes(cases: Cases["routes"]) {
  const proposed = cases.map(([name, topicId, subtopicId, places, wording, seenOn, leads, writers]) => {
    const { lead, writer } = routeFor({ topicId, subtopicId, places, wording, seenOn });
    return { kind: topicId, lead, writer, leads, writers, said: `${name} → ${lead} | ${writer}` };
  });
  return {
    "acceptable lead": rateOf(proposed.map((one) => ({ ...one, isHit: one.leads.includes(one.lead) }))),
    "acceptable writer": rateOf(
      proposed.flatMap((one) => (one.writers ? [{ ...one, isHit: one.writers.includes(one.writer) }] : [])),
    ),
    "verifier writes": rateOf(proposed.map((one) => ({ ...one, isHit: one.lead === one.writer }))),
  };
}
