import { isHan } from "#lib/wording/characters";
import { readTerms, type Term, termList, unitsOf } from "../terms.ts";

const figures = new Map([..."零一二三四五六七八九"].map((han, value) => [han.charCodeAt(0), String(value)]));
figures.set("两".charCodeAt(0), "2");

const list = termList(2);

/** A numeral of one character and what there are so many of, as it would be with a figure: 三天 is 3天 too. */
export function figuredTerms(units: Uint16Array, at: number): Term[] {
  const figure = figures.get(units[at] ?? 0);
  const next = units[at + 1] ?? 0;
  if (figure === undefined || !isHan(next)) return [];
  readTerms(unitsOf(figure + String.fromCharCode(next)), 0, 2, list);
  return [list.keys[1] ?? 0];
}
