import type { Urgency } from "#lib/reference/urgency";

/** What an endpoint asked for; nothing of a kind means everything. */
export type Wishes = {
  topics: readonly string[];
  divisions: readonly string[];
  urgencies: readonly Urgency[];
};

/** What decides who wants a notice. `divisions`: the places of the claim and everything above them. */
export type Wanted = { topic: string; divisions: readonly string[]; urgency: Urgency };

/**
 * Whether a notice is for an endpoint. A place that was asked for takes in what lies within it, and what is about everything
 * around it: a county wants to know what is said of its province.
 */
export function wants(
  { topics, divisions, urgencies }: Wishes,
  { topic, divisions: places, urgency }: Wanted,
): boolean {
  return (
    (topics.length === 0 || topics.includes(topic)) &&
    (urgencies.length === 0 || urgencies.includes(urgency)) &&
    (divisions.length === 0 || places.length === 0 || divisions.some((asked) => isAbout(asked, places)))
  );
}

/** A division's code begins with that of what it lies in, without the zeros at its end (GB/T 2260). */
function isAbout(asked: string, places: readonly string[]): boolean {
  return places.includes(asked) || places.every((place) => asked.startsWith(stemOf(place)));
}

function stemOf(place: string): string {
  if (place.endsWith("0000")) return place.slice(0, 2);
  return place.endsWith("00") ? place.slice(0, 4) : place;
}
