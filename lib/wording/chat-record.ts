import { type Line, linesOf, type Stretch } from "./lines.ts";

const CLOCK = String.raw`(?:(?:上午|下午|晚上|凌晨|中午|早上|[AP]M)\s?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AP]M)?`;
const DAY = String.raw`(?:(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|今天|昨天|前天)?[ ]{0,3}(?:(?:星期|周)[一二三四五六日天])?`;
/** Somebody's name has no marks of a sentence; what stands in brackets after it is a number or an address. */
const NAME = String.raw`[^\n:：，。！？!?、；;]{1,24}`;

const whoWhen = new RegExp(String.raw`^(?:${NAME}\s)?[ ]{0,3}${DAY}[ ]{0,3}${CLOCK}$`, "iu");
const whenWho = new RegExp(
  String.raw`^\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}:\d{2}\s+${NAME}$`,
  "u",
);
const moment = new RegExp(
  `^(?:${DAY}|yesterday|today|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[ ,]{0,3}${CLOCK}$`,
  "iu",
);
const day = new RegExp(String.raw`^[ \-—–─]{0,20}${DAY}[ \-—–─]{0,20}$`, "u");
const title = /^\s*(?:\[聊天记录\]|.{0,30}的聊天记录)\s*$/u;
/** What an app writes in the place of what is no text. */
const thing =
  /[[［【](?:图片|照片|语音(?:通话)?|视频(?:通话|号)?|文件|链接|网页链接|位置|表情|动画表情|红包|转账|小程序|名片|个人名片|音乐|聊天记录|笔记|分享|卡片|photo|picture|image|voice|video|sticker|file|link|location)[\]］】]/giu;
const anything = /[[［][^[\]［］\n]{1,12}[\]］]/gu;
const speaker = new RegExp(String.raw`^\s*${NAME}[:：]\s*`, "u");
/** When and who before what was said, in one line. */
const timed = new RegExp(
  String.raw`^[ ]{0,3}(?:\[${DAY},?[ ]?${CLOCK}\][ ]?|${DAY},?[ ]?${CLOCK}[ ]?[-–][ ]?)${NAME}[:：]\s?`,
  "iu",
);
/** How long something that was said or filmed takes. */
const length = /\d{1,3}\s?["”″']{1,2}|\d{1,2}:\d{2}/gu;

/** Whether a line says nothing but when something was said. */
export const isMoment = (line: string): boolean => moment.test(line.trim());

/** What a chat writes around the messages of a record: who, when, and where a picture was. */
export function chatFrame(text: string): Stretch[] {
  const lines = linesOf(text);
  const isWithout = (line: string, things: RegExp) =>
    /[[［【]/.test(line) && line.replace(things, "").replace(length, "").trim() === "";
  const isHead = (line: Line | undefined) =>
    line !== undefined && (whoWhen.test(line.text.trim()) || whenWho.test(line.text));
  // Who and when comes before a message; a list of times does not.
  const heads = lines.filter((line, at) => isHead(line) && lines[at + 1] && !isHead(lines[at + 1]));
  const isTitled = lines.some((line) => title.test(line.text));
  const spoken = lines.filter(({ text: line }) => speaker.test(line));
  const names = new Set(spoken.map(({ text: line }) => speaker.exec(line)?.[0].trim()));
  const isTalk = spoken.length === lines.length && names.size < spoken.length && names.size > 1;
  const isTimed = lines.filter(({ text: line }) => timed.test(line)).length > 1;
  const isSpoken =
    isTitled || isTalk || spoken.some(({ text: line }) => isWithout(line.replace(speaker, ""), thing));
  const isRecord = heads.length > 1 || isTitled;
  const frame = lines.flatMap(({ text: line, start, end }): Stretch[] => {
    if (isWithout(line, isRecord ? anything : thing)) return [{ start, end }];
    if (isRecord && (day.test(line) || title.test(line))) return [{ start, end }];
    const before = (isTimed && timed.exec(line)) || (isSpoken && speaker.exec(line));
    const said = before ? before[0].length : 0;
    const named = said > 0 ? [{ start, end: start + said }] : [];
    const things = [...line.matchAll(thing)].map(({ 0: found, index }) => ({
      start: start + index,
      end: start + index + found.length,
    }));
    return [...named, ...things];
  });
  return isRecord ? [...frame, ...heads] : frame;
}
