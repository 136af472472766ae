import { Converter } from "opencc-js/cn2t";

const toTraditional = Converter({ from: "cn", to: "tw" });

const greetings = [
  "",
  "各位家人们，",
  "业主群的朋友们：",
  "刚刚收到的消息，",
  "老同学发来的，",
  "孩子班级群里说，",
];
const openings = ["", "紧急通知！", "【紧急扩散】", "‼️重要提醒‼️", "转：", "🚨🚨", "内部消息："];
const endings = [
  "",
  "！请大家相互转发！",
  "。速转给身边的亲人和朋友，功德无量🙏🙏🙏",
  "\n\n——转自小区业主群",
  "，收到请回复1",
  "，是真的吗？",
  "。宁可信其有，不可信其无😱",
];
const emojis = ["😱", "🙏", "💧", "‼️", "⚠️", "👇"];

/** Digits, letters and marks as wide as a han. */
const widen = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
/** After every third character one that nobody sees. */
const hide = (text: string) => [...text].map((sign, at) => (at % 3 === 2 ? `${sign}\u200b` : sign)).join("");
const breakLines = (text: string) => text.replace(/，/g, "，\n");
const decorate = (text: string, at: number) =>
  text.replace(/，/g, () => `${emojis[at % emojis.length]}，${emojis[(at + 1) % emojis.length]}`);
const spaceOut = (text: string) => text.replace(/，/g, "　 ");

const disguises: readonly ((text: string, at: number) => string)[] = [
  (text) => text,
  decorate,
  breakLines,
  widen,
  (text) => toTraditional(text),
  hide,
  spaceOut,
  (text, at) => decorate(widen(toTraditional(text)), at),
  (text) => hide(breakLines(text)),
];

const pick = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

/** One message as many people forward it: greeted, framed, decorated, in other characters; no two alike. */
export const variantsOf = (rumor: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const framed = [
      pick(greetings, at),
      pick(openings, Math.floor(at / 6)),
      rumor,
      pick(endings, at * 3 + Math.floor(at / 7)),
    ];
    // In some the greeting comes after the alarm.
    if (at % 4 === 3) framed.splice(0, 2, framed[1] ?? "", framed[0] ?? "");
    return pick(disguises, at + Math.floor(at / 9))(framed.join(""), at);
  });
