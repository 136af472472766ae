import { divisionPath } from "#lib/reference/divisions";
import { divisionRows } from "#seed/divisions";
import { topicRows } from "#seed/topics";
import stories from "../../prisma/seed/data/demo-claims.json" with { type: "json" };

/** The made-up part of a claim and its notice, from which the database makes the rows. */
export type Text = {
  n: number;
  wording: string;
  report: string;
  title: string;
  summary: string;
  topic: string;
  division: string;
  divisionPath: string[];
};

const prose = stories.flatMap(({ claim, summary, body, reports }) => [
  claim,
  summary,
  body,
  ...reports.map(({ text }) => text),
]);
const clauses = [...new Set(prose.flatMap((text) => text.split(/[，。！？\s]+/)))].filter(
  (clause) => clause.length >= 4 && clause.length <= 24,
);
const characters = prose.join("").match(/\p{Script=Han}/gu) ?? [];

/** Pseudo-random numbers from 0 to 1, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32;
  };
}

const evenly = <Item>(items: readonly Item[], random: () => number): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

/** As words of a language are spread: the first of the list often, the last hardly ever. */
const unevenly = <Item>(items: readonly Item[], random: () => number): Item =>
  evenly(items, () => (items.length ** random() - 1) / items.length);

const lexicon = Array.from({ length: 20_000 }, (_, index) => {
  const random = randomFrom(index);
  return Array.from({ length: 2 + (index % 2) }, () => evenly(characters, random)).join("");
});

/** The text of number `n`: real clauses, places and words, spread as unevenly as in real notices. */
export function textOf(n: number): Text {
  const random = randomFrom(n * 7919);
  const { code, zh } = evenly(divisionRows, random);
  const words = (count: number) => Array.from({ length: count }, () => unevenly(lexicon, random)).join("");
  const wording = `${zh}${words(3)}，${unevenly(clauses, random)}${words(2)}。`;
  const title = `“${wording.slice(0, -1)}”？经核查，${words(1)}`;
  const summary = `${zh}${words(2)}核实，没有${words(2)}，${unevenly(clauses, random)}，请以${words(1)}发布为准。`;
  const report = `${unevenly(clauses, random)}，${wording}${words(4)}，想问问是不是真的？`;
  return {
    n,
    wording,
    report,
    title,
    summary,
    topic: unevenly(topicRows, random).id,
    division: code,
    divisionPath: divisionPath(code),
  };
}

/** What people type into the search field: a word or two, a clause, or all of what they were sent. */
export function questionOf(n: number): string {
  const { wording, title, report } = textOf(n * 13);
  const part = (text: string, from: number, to: number) => [...text].slice(from, to).join("");
  const kinds = [part(wording, 0, 4), part(wording, 2, 10), part(title, 4, 20), part(report, 0, 60)];
  return kinds[n % kinds.length] ?? wording;
}
