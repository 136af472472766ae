import { Converter } from "opencc-js/t2cn";
import { byCharacter } from "./by-character.ts";
import { lookAlikes, plainCharacter } from "./plain.ts";

/** Stands where a sentence or clause ends. */
export const BREAK = 10;
/** Stands where something without meaning parts two words: a space, a dot, a decoration. */
export const GLUE = 32;

const toSimplified = Converter({ from: "t", to: "cn" });

const isWord = /[\p{L}\p{N}%]/u;
const isNothing = /\p{Cc}/u;
const isBreak = /[\n\r\p{Po}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{So}\p{Emoji_Presentation}]/u;
const isDecoration = /[·•・‧∙.*#@'’\\&]/u;

/**
 * The units that one character of a message becomes, each a UTF-16 code: lower case, half width, simplified,
 * without marks; nothing for invisible characters; BREAK or GLUE for what is not a letter or a number.
 */
export const foldCharacter = byCharacter<readonly number[]>("folded characters", unitsOf);

function unitsOf(character: string): number[] {
  const folded = [...plainCharacter(character)].map(simplified).join("");
  const units: number[] = [];
  for (const one of folded) {
    if (isWord.test(one)) for (let at = 0; at < one.length; at++) units.push(one.charCodeAt(at));
    else if (isDecoration.test(one)) units.push(GLUE);
    else if (isBreak.test(one)) units.push(BREAK);
    else if (!isNothing.test(one)) units.push(GLUE);
  }
  return units;
}

/** One character at a time, so that a unit keeps its place; a look-alike of the outcome counts too (著 → 着). */
function simplified(character: string): string {
  const simple = toSimplified(character);
  return lookAlikes.get(simple) ?? simple;
}

/** Whether a unit belongs to a han character (half of one beyond the basic plane counts). */
export const isHan = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd840 && unit <= 0xdfff);
