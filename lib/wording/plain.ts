import { byCharacter } from "./by-character.ts";

/** A text as it is read, and where each of its units stood in the original. */
export interface Reading {
  text: string;
  /** For each unit of `text`: the first code unit of its origin, and the one after its last. */
  from: number[];
  to: number[];
}

/**
 * What NFKC and OpenCC leave apart although people cannot tell them apart, or use them for one another:
 * Cyrillic and Greek letters in Latin words, radicals for characters, and variants of one character.
 */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
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

/** One character as it is meant: lower case, half width, without marks, and nothing where nothing is seen. */
export const plainCharacter = byCharacter("plain characters", plainOf);

function plainOf(character: string): string {
  const bare = character
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, "");
  return [...bare].map((one) => lookAlikes.get(one) ?? one).join("");
}

/** A text in plain characters, with its blanks, marks and line ends; what is invisible belongs to what it follows. */
export function plain(source: string): Reading {
  const reading: Reading = { text: "", from: [], to: [] };
  let at = 0;
  for (const character of source) {
    const end = at + character.length;
    const units = plainCharacter(character);
    reading.text += units;
    for (let unit = 0; unit < units.length; unit++) {
      reading.from.push(at);
      reading.to.push(end);
    }
    if (units === "" && reading.to.length > 0) reading.to[reading.to.length - 1] = end;
    at = end;
  }
  return reading;
}
