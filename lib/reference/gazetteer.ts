import { once } from "#lib/platform/once";
import divisions from "./divisions.json" with { type: "json" };
import { alsoCalled, elsewhere, everyday, noPlaces, wary } from "./toponyms.ts";

/** A division of the province that a text names, and where it does. */
export type Naming = { code: string; from: number; to: number };

/** What a name stands for: a division, a place outside the province (null), or nothing at all (undefined). */
type Meaning = { code: string | null | undefined; care: "none" | "wary" | "everyday" };

const listed = (names: string): string[] => names.trim().split(/\s+/u);

/** `甘孜藏族自治州` and `成都市` without what they are; names of two characters are never shortened. */
const stemOf = (zh: string): string =>
  zh.length > 2 ? zh.replace(/(?:(?:藏族|羌族|彝族){1,3}自治[州县]|[省市区县])$/u, "") : zh;

const everydayNames = new Set(listed(everyday));
const waryNames = new Set(listed(wary));
const typeOf = new Map(divisions.map(({ code, zh }) => [code, zh.at(-1) ?? ""]));
const levels = new Map(divisions.map(({ code, level }) => [code, level]));

/** What several divisions are called stands for none of them alone. */
const stems = divisions.flatMap(({ code, zh, level }) => {
  const stem = stemOf(zh);
  const isOne = divisions.every(
    (other) => other.code === code || stemOf(other.zh) !== stem || other.code > code,
  );
  const isShared = divisions.some((other) => other.code !== code && other.zh === zh);
  return level === "province" ||
    !isOne ||
    isShared ||
    stem.length < 2 ||
    /^[东西]区$/u.test(stem) ||
    stem === "市中"
    ? []
    : [{ stem, zh, code }];
});

/** Every name by its first character, the longest first, and by UTF-16 unit whether a name begins with it. */
type Book = { byFirst: Map<string, [string, Meaning][]>; begins: Uint8Array };

function book(names: Iterable<[string, Meaning]>): Book {
  const byFirst = new Map<string, [string, Meaning][]>();
  for (const named of new Map(names)) {
    const first = named[0].charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), named]);
  }
  for (const same of byFirst.values()) same.sort(([one], [other]) => other.length - one.length);
  const begins = new Uint8Array(1 << 16);
  for (const first of byFirst.keys()) begins[first.charCodeAt(0)] = 1;
  return { byFirst, begins };
}

const careOf = (stem: string): Meaning["care"] => {
  if (everydayNames.has(stem)) return "everyday";
  return waryNames.has(stem) ? "wary" : "none";
};

const allNames = once("gazetteer", () =>
  book([
    ...listed(elsewhere).map((name): [string, Meaning] => [name, { code: null, care: "none" }]),
    ...stems.map(({ stem, code }): [string, Meaning] => [stem, { code, care: careOf(stem) }]),
    ...divisions
      .filter(({ zh }) => !/^(?:[东西]|市中)区$/u.test(zh))
      .map(({ zh, code }): [string, Meaning] => [zh, { code, care: zh.length > 2 ? "none" : "wary" }]),
    ...Object.entries(alsoCalled).flatMap(([code, names]) =>
      listed(names).map((name): [string, Meaning] => [name, { code, care: "none" }]),
    ),
    ...listed(noPlaces).map((name): [string, Meaning] => [name, { code: undefined, care: "none" }]),
  ]),
);

/** Names that tell one place from another, also outside the province; a word of every day only with what it is. */
const plainNames = once("names of places", () =>
  book(
    [
      ...listed(elsewhere),
      ...["四川", "九寨沟", "都江堰", "峨眉山", "郫县"],
      ...stems.map(({ stem, zh }) => (everydayNames.has(stem) ? zh : stem)),
    ].map((name): [string, Meaning] => [name, { code: null, care: "none" }]),
  ),
);

function* namesIn(text: string, { byFirst, begins }: Book): Generator<[number, string, Meaning]> {
  for (let at = 0; at < text.length; at++) {
    // Most characters begin no name.
    if (!begins[text.charCodeAt(at)]) continue;
    const found = byFirst.get(text.charAt(at))?.find(([name]) => text.startsWith(name, at));
    if (found === undefined) continue;
    yield [at, ...found];
    at += found[0].length - 1;
  }
}

/** The places that a text names, as names, wherever they are: what two claims may differ in. */
export const placeNamesIn = (text: string): Set<string> =>
  new Set([...namesIn(text, plainNames)].map(([, name]) => name));

/** What a division may be called by: its type, or the type of what it is in short. */
const types = /^(?:市|区|县|州)/u;
/** What only a town has. */
const inTown =
  /^(?:县城|城区|街上|街道|那边|这边|人民医院|中医院|医院|中学|小学|一中|二中|高中|职中|法院|公安|派出所|高速|收费站|火车站|车站|服务区|本地|当地|老百姓|人民政府|政府|镇|乡)/u;
/** Media that are called after a place, and offices whose name takes the 县 of a short name. */
const media = /^(?:日报|晚报|晨报|商报|时报|卫视|观察)/u;
const office = /^[委长令级官]/u;
/** Streets of other towns are called after places. */
const street = /^[东西南北中]?[一二三四]?(?:路|大街|大道)/u;

/** Which words the clause around a name has, as far as a dictionary knows them. */
const segmenter = once("words of Chinese", () => new Intl.Segmenter("zh", { granularity: "word" }));
const AROUND = 12;
/** 东奔西跑, 南来北往, 60天: what a dictionary does not list because anybody may make one. */
const idioms = /东.西.|南.北.|\d天/gu;

/** Whether a known word begins before the name and ends in it, or begins in it and ends after it. */
function crossings(text: string, from: number, to: number) {
  const start = Math.max(0, from - AROUND);
  const around = text.slice(start, to + AROUND);
  const words = [
    ...segmenter.segment(around),
    ...[...around.matchAll(idioms)].map(({ index, 0: segment }) => ({ index, segment })),
  ].map(({ index, segment }) => ({ from: start + index, to: start + index + segment.length }));
  return {
    before: words.some((word) => word.from < from && word.to > from),
    after: words.some((word) => word.from > from && word.from < to && word.to > to),
  };
}

/**
 * The divisions of the province that a text names, in the order in which they are named, each where it is named first. The
 * longest name counts; what lies in a place elsewhere is not here, and what is only a part of another word is no place. A place
 * makes what it lies in superfluous.
 */
export function divisionsNamed(text: string): Naming[] {
  const namings: Naming[] = [];
  /** The last name, with what it is: whatever follows at once lies in it. */
  let outer: { code: string | null | undefined; end: number } = { code: undefined, end: -1 };
  for (const [from, name, { code, care }] of namesIn(text, allNames)) {
    const rest = text.slice(from + name.length);
    const type = types.exec(rest)?.[0] ?? "";
    const isInside = outer.end === from && outer.code !== undefined;
    const isElsewhere = isInside && outer.code === null;
    const isIn = isInside && typeof code === "string" && isPartOf(code, outer.code);
    const end = from + name.length + (name.endsWith(type) ? 0 : type.length);
    const isMeant =
      typeof code === "string" && !isElsewhere && isPlace(text, { from, name, code, care, rest, type, isIn });
    if (isMeant) namings.push({ code, from, to: end });
    outer = { code: isElsewhere || code === null ? null : isMeant ? code : undefined, end };
  }
  return withoutOuter(namings);
}

type Candidate = Meaning & {
  from: number;
  name: string;
  code: string;
  rest: string;
  type: string;
  isIn: boolean;
};

function isPlace(text: string, { from, name, code, care, rest, type, isIn }: Candidate): boolean {
  if (media.test(rest)) return false;
  if (name.length === 2 && types.test(name.slice(1)) && office.test(rest)) return false;
  const isTyped = type !== "" && type === typeOf.get(code) && !/^[市区县州](?:长|级)/u.test(rest);
  if (isIn) return true;
  if (street.test(rest)) return false;
  if (care === "everyday") return (isTyped && levels.get(code) === "county") || inTown.test(rest);
  if (type !== "" && !isTyped && care === "wary") return false;
  if (name.length > 2 || isTyped) return true;
  const { before, after } = crossings(text, from, from + name.length);
  return !before && (care === "none" || !after);
}

const isPartOf = (code: string, outer: string | null | undefined): boolean =>
  typeof outer === "string" && outer !== code && code.startsWith(outer.replace(/(?:00){1,2}$/u, ""));

function withoutOuter(namings: readonly Naming[]): Naming[] {
  const codes = new Set(namings.map(({ code }) => code));
  return namings.filter(
    ({ code }, at) =>
      namings.findIndex((other) => other.code === code) === at &&
      ![...codes].some((other) => isPartOf(other, code)),
  );
}
