import { Converter } from "opencc-js/t2cn";
import { once } from "#lib/platform/once";

/** Stands where a sentence or clause ends. */
export const BREAK = 10;
/** Stands where something without meaning parts two words: a space, a dot, a decoration. */
export const GLUE = 32;

const toSimplified = Converter({ from: "t", to: "cn" });

/**
 * What NFKC and OpenCC leave apart although people cannot tell them apart, or use them for one another:
 * Cyrillic and Greek letters in Latin words, radicals for characters, and variants of one character.
 */
const lookAlikes = new Map(
  Object.entries({
    аеорсухкмтнвіјѕԁɡ: "aeopcyxkmtnbijsdg",
    αορντικυχ: "aopvtikux",
    "⺠⺟⻅⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺁⺄⺋⺎⺕⺝⺩⺫⺮⺼":
      "民母见贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟厂乙卩兀彐月王目竹肉",
    著妳您祂牠佈唸廻鷄煙峯羣裏綫箇倂敎顔蔴菸鑑鉴囗ロ卟薇:
      "着你你他它布念回鸡烟峰群里线个并教颜麻烟鉴鉴口口不微",
  }).flatMap(([from, to]) => {
    const targets = [...to];
    return [...from].map((unit, at) => [unit, targets[at] ?? unit] as const);
  }),
);

const isWord = /[\p{L}\p{N}%]/u;
const isNothing = /[\p{Cf}\p{Mn}\p{Me}\p{Cc}]/u;
const isBreak = /[\n\r\p{Po}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{So}\p{Emoji_Presentation}]/u;
const isDecoration = /[·•・‧∙.*#@'’\\&]/u;

const known = once("folded characters", () => new Map<string, readonly number[]>());

/**
 * The units that one character of a message becomes, each a UTF-16 code: lower case, half width, simplified,
 * without marks; nothing for invisible characters; BREAK or GLUE for what is not a letter or a number.
 */
export function foldCharacter(character: string): readonly number[] {
  let units = known.get(character);
  if (units === undefined) {
    units = unitsOf(character);
    known.set(character, units);
  }
  return units;
}

function unitsOf(character: string): number[] {
  const plain = character
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFKC")
    .toLowerCase();
  const folded = [...plain].map((one) => simplified(lookAlikes.get(one) ?? one)).join("");
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
