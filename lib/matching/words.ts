import { wordsOf } from "./lexicon.ts";
import { canonical } from "./synonyms.ts";
import { particles, plainVirus } from "./wording.ts";

/** What a word may tell: where, when, how many, who or what, or what is done or how it is. */
export type Kind = "place" | "time" | "number" | "thing" | "deed";

export interface Word {
  text: string;
  tag: string;
  /** Where it stands in the words of its wording, one after another. */
  start: number;
  end: number;
  /** Null for what only holds words together. */
  kind: Kind | null;
}

/** A wording as words, without what stands between its clauses; the place of each clause's end is kept. */
export interface Worded {
  words: readonly Word[];
  flat: string;
  clauseEnds: ReadonlySet<number>;
  /** Without particles, as it is written, and with one word for each meaning. */
  bare: string;
  meant: string;
}

/** Parts of speech by the first letters of their tags. */
const kinds: Readonly<Record<string, Kind | null>> = {
  t: "time",
  ns: "place",
  m: "number",
  v: "deed",
  vd: null,
  a: "deed",
  ad: null,
  an: "thing",
  z: "deed",
  b: "thing",
  n: "thing",
  ng: "thing",
  l: "thing",
  i: "thing",
  j: "thing",
  s: "thing",
  eng: "thing",
  nr: "thing",
  nt: "thing",
  nz: "thing",
};
const figure = /\d/u;
/** Numerals that are left in han, with what they count or without; 一 is mostly an article. */
const numeral = /^[二三四五六七八九十百千万亿两]+\p{Script=Han}?$/u;
/** 六小时, 三公里: the dictionary has them as words. */
const measured = /^[二三四五六七八九十百千万亿两]\p{Script=Han}{2}$/u;

function kindOf(text: string, tag: string): Kind | null {
  if (figure.test(text) || (tag === "m" && numeral.test(text)) || (tag === "j" && measured.test(text))) {
    return "number";
  }
  if (tag === "m") return text.length > 2 ? "thing" : null;
  return kinds[tag] ?? kinds[tag.charAt(0)] ?? null;
}

/** 张某 is one person, whose surname alone the dictionary takes for any other word. */
const isSurname = (previous: Word | undefined, next: string): previous is Word =>
  next === "某" && previous?.text.length === 1;

/** The words of a normalised wording. */
export function worded(wording: string): Worded {
  const words: Word[] = [];
  const clauseEnds = new Set<number>();
  let at = 0;
  for (const { text, tag } of wordsOf(plainVirus(wording))) {
    if (text.includes("\n")) clauseEnds.add(at);
    if (text.trim() === "") continue;
    const end = at + text.length;
    const previous = words.at(-1);
    if (isSurname(previous, text)) {
      words[words.length - 1] = { ...previous, text: previous.text + text, tag: "nr", kind: "thing", end };
    } else words.push({ text, tag, start: at, end, kind: kindOf(text, tag) });
    at = end;
  }
  clauseEnds.add(at);
  const flat = words.map(({ text }) => text).join("");
  const bare = flat.replace(particles, "");
  return { words, flat, clauseEnds, bare, meant: canonical(bare) };
}
