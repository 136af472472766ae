import { gradesIn, placesIn, substancesIn } from "./places.ts";

/** What tells two claims of the same wording apart. */
export interface Facts {
  places: ReadonlySet<string>;
  /** 2-27, and 2- for the month alone. */
  dates: ReadonlySet<string>;
  substances: ReadonlySet<string>;
  grades: ReadonlySet<string>;
  /** Figures by what they count: {"例": {"3", "14"}}. */
  figures: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The facts in a normalised text; each kind is looked for when it is first asked for. */
export const factsOf = (text: string): Facts => new TextFacts(text);

class TextFacts implements Facts {
  #text: string;
  #kept: Partial<Facts> = {};

  constructor(text: string) {
    this.#text = text;
  }

  get places() {
    this.#kept.places ??= placesIn(this.#text);
    return this.#kept.places;
  }

  get dates() {
    this.#kept.dates ??= datesIn(this.#text);
    return this.#kept.dates;
  }

  get substances() {
    this.#kept.substances ??= substancesIn(this.#text);
    return this.#kept.substances;
  }

  get grades() {
    this.#kept.grades ??= gradesIn(this.#text);
    return this.#kept.grades;
  }

  get figures() {
    this.#kept.figures ??= figuresIn(this.#text);
    return this.#kept.figures;
  }
}

const datesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/(\d{1,2})月(\d{1,2})?/gu)].map(([, month, day]) => `${month}-${day ?? ""}`));

function figuresIn(text: string): Map<string, Set<string>> {
  const figures = new Map<string, Set<string>>();
  for (const [, figure = "", unit = ""] of text.matchAll(/(\d+(?:\.\d+)?%?)(\p{Script=Han}?)/gu)) {
    if ("年月日号".includes(unit) && unit !== "") continue;
    const known = figures.get(unit) ?? new Set();
    figures.set(unit, known.add(figure));
  }
  return figures;
}

/** Whether a question and a title that look alike speak of different places, days, things or figures. */
export function conflict(question: Facts, title: Facts): boolean {
  const differIn = (kind: "places" | "substances" | "grades") =>
    question[kind].size > 0 && differ(question[kind], title[kind]);
  if (differIn("places") || differIn("substances") || differIn("grades")) return true;
  if (question.dates.size > 0 && differ(datesOf(question, title), datesOf(title, question))) return true;
  if (question.figures.size === 0) return false;
  for (const [unit, values] of title.figures) {
    if (differ(question.figures.get(unit) ?? nothing, values)) return true;
  }
  return false;
}

const nothing: ReadonlySet<string> = new Set();

/** Both name something, and nothing of it is the same. */
const differ = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size > 0 && other.size > 0 && one.isDisjointFrom(other);

/** The dates to compare with those of the other text: only months where that one names no day. */
function datesOf({ dates }: Facts, other: Facts): ReadonlySet<string> {
  const vague = [...other.dates].filter((date) => date.endsWith("-"));
  return new Set([...dates].map((date) => vague.find((month) => date.startsWith(month)) ?? date));
}

/** Words that may stand in each other's place without making another claim. */
const harmless = /^[的了着过吗呢吧啊是会能可将已又再也都就把被为使让有在于]*$/u;

/** What ends before the claim begins: it says to whom it is sent or who has said it, not whom it is about. */
const addresses = /(?:^|[\n ]|说|讲|传|称)$/u;
/** What two such beginnings have in common before the claim: …发的： and …说了， */
const clauseEnd = /^.{0,2}\n/u;

/**
 * Whether two texts, with one word for each meaning, are the same but for how they begin, and begin with more than a particle: 英国…爆发 and
 * 美国…爆发. There a template rumor carries its new town or hero; what differs later is mostly another wording.
 */
export function isTemplate(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length);
  let end = 0;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(0, one.length - end), other.slice(0, other.length - end)];
  if (clauseEnd.test(one.slice(left.length)) || (addresses.test(left) && addresses.test(right))) return false;
  if (end < 4 || Math.max(left.length, right.length) > end || harmless.test(left) || harmless.test(right))
    return false;
  return (
    left[0] !== right[0] && !isReordered(left, right) && !isExtended(left, right) && !isExtended(right, left)
  );
}

const isReordered = (one: string, other: string): boolean =>
  one.length === other.length && [...one].sort().join("") === [...other].sort().join("");

/** Whether one text is the other with words put in that name no place: it says the same of less or more. */
function isExtended(longer: string, shorter: string): boolean {
  let at = 0;
  for (const character of longer) if (character === shorter.charAt(at)) at++;
  return at === shorter.length && placesIn(longer).size === placesIn(shorter).size;
}
