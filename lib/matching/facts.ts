import { PLACE, SUBSTANCE } from "./places.ts";
import { canonical } from "./synonyms.ts";

/** What tells two claims of the same wording apart. */
export interface Facts {
  places: ReadonlySet<string>;
  dates: ReadonlySet<string>;
  substances: ReadonlySet<string>;
  /** Figures by what they count: {"例": {"3", "14"}}. */
  figures: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The facts in a normalised text. */
export function factsOf(text: string): Facts {
  const figures = new Map<string, Set<string>>();
  for (const [, figure = "", unit = ""] of text.matchAll(/(\d+(?:\.\d+)?%?)(\p{Script=Han}?)/gu)) {
    if ("年月日号".includes(unit) && unit !== "") continue;
    const known = figures.get(unit) ?? new Set();
    figures.set(unit, known.add(figure));
  }
  return {
    places: all(text, PLACE),
    dates: new Set(
      [...text.matchAll(/(\d{1,2})月(\d{1,2})?/gu)].map(([, month, day]) => `${month}-${day ?? ""}`),
    ),
    substances: all(text, SUBSTANCE),
    figures,
  };
}

const all = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([found]) => found));

/** Whether a question and a title that look alike speak of different places, days, things or figures. */
export function conflict(question: Facts, title: Facts): boolean {
  if (differ(question.places, title.places) || differ(question.dates, title.dates)) return true;
  if (differ(question.substances, title.substances)) return true;
  for (const [unit, values] of title.figures) {
    if (differ(question.figures.get(unit) ?? nothing, values)) return true;
  }
  return false;
}

const nothing: ReadonlySet<string> = new Set();

/** Both name something, and nothing of it is the same. */
const differ = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size > 0 && other.size > 0 && one.isDisjointFrom(other);

/** Words that may stand in each other's place without making another claim. */
const harmless = /^[的了着过吗呢吧啊是会能可将已又再也都就把被为使让有在于]*$/u;

/**
 * Whether two texts are the same but for how they begin, and begin with more than a particle: 英国…爆发 and
 * 美国…爆发. There a template rumor carries its new town or hero; what differs later is mostly another wording.
 */
export function isTemplate(first: string, second: string): boolean {
  const [one, other] = [canonical(first), canonical(second)];
  const most = Math.min(one.length, other.length);
  let end = 0;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(0, one.length - end), other.slice(0, other.length - end)];
  return (
    end >= 4 && Math.max(left.length, right.length) <= end && !harmless.test(left) && !harmless.test(right)
  );
}
