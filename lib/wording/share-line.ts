import type { Stretch } from "./lines.ts";
import { linksIn } from "./links.ts";

const WORK = "(?:图文|视频|直播)?(?:作品|视频|笔记|直播间?|文章|动态|微博|主页|合集)";
/** Whose work it is: 看看【somebody的作品】. */
const whose = new RegExp(`(?:快?来?看看?)?[ ]?【[^【】\\n]{1,40}的${WORK}】`, "gu");
const who = "(?:@[^\\s，。：:（）()]{1,30}|〔[^〔〕]{1,8}已隐去〕)";
/** Whose post it was, and through whose hands it came. */
const handed = new RegExp(
  `[（(]?(?:分享自|来自|转自|来源|via)\\s?[:：]?\\s?${who}(?:\\s?的\\s?\\p{Script=Han}{1,6})?[)）]?|//\\s?${who}\\s?[:：]`,
  "giu",
);
/** The title of a page directly before its address, with the names of author and site behind it. */
const titled = /^【[^【】\n]{1,120}】/u;
/** Whose answer it is and on which site, where it stands at the end of a line before the address. */
const answered =
  /[ \t][-–—|][ \t][^\n]{1,24}的(?:回答|文章|想法|专栏|笔记|视频|作品)(?:[ \t][-–—|][ \t]\p{L}{2,12})?$/u;
const behind = /\s[-|｜–—]\s|[-|｜_](?=[^-|｜_]{1,12}】)/u;
const leastTitle = 6;

/** By which an app finds again what was copied from it. */
const code =
  /^[ \t]*(?:[\w.]{1,6}@\w{1,3}\.\w{1,3}|〔邮箱已隐去〕|\d{1,2}\/\d{1,2}|\w{1,5}:\/|:\d\w{0,9}|\d{1,2}\.\d{2}|【[^【】]{0,1}】)(?=\s|$)/u;
/** What stands first in what is shared, before the rest of it, and with the codes of an app before a title too. */
const head =
  /(?<![^\s：:，,])\d{1,2}(?:\.\d{2})?[ \t]+((?:(?:[\w.]{1,6}@\w{1,3}\.\w{1,3}|\w{1,5}:\/|:\d\w{0,9}|\d{1,2}\/\d{1,2})[ \t]+){0,4})/gu;
const betweenFaces = /(\p{Emoji_Presentation})\s?\w{6,24}\s?\1/gu;
const siteName = /^[ \t]{0,3}[-–—|][ \t]{1,3}\p{L}{2,12}(?=\n|$)/u;
const postOf = /^\s*L?[^\s，。：:]{1,24}的(?:微博|秒拍|抖音|快手)(?:视频|图片|文章|正文|直播)(?=\s|$)/u;
/** `#…#` is a topic and may be the claim. */
const tag = /#[^\s#](?:[^#\n]{0,40}[^\s#])?#|#\s?[^\s#]{1,20}(?=\s|$)/gu;

const clause = /[^，,。！!？?…；;\n\s]+/gu;
/** The words in which an app says how to open what it shares. */
const word =
  /长按|复制|点击|点开|打开|扫码|识别|搜索|下载|进入|查看|观看|收听|浏览|保存|看看|链接|网址|信息|消息|口令|内容|文字|文本|笔记|视频|图文|作品|文章|直播|图片|全文|详情|原文|更多|精彩|极速版|客户端|浏览器|app|ta的|下方|上方|以下|即可|就能|可以|直接|一起|完整|高清|立即|【[^【】]{1,12}】|[此本这该条段个后再能可快来去看吧哦到在至里中的并或和与]/giuy;
const opens = /复制|长按|打开|点击|点开|扫码|识别/u;
const opened = /链接|网址|信息|消息|口令|内容|文本|笔记|视频|图文|作品|文章|直播|全文|详情|客户端|app|【/iu;
/** The name of an app, which may be any. */
const named = /(?<=打开|进入|下载)\p{L}{2,8}?(?=搜索|查看|观看|直接|app|极速版|客户端|$)/iuy;
const counted = /^["“”']*[该此这本](?:作品|视频|笔记|图文|文章|直播).{0,12}?\d[\d.]{0,6}[万亿wk+]{0,2}次$/iu;
const announced =
  /^.{1,30}(?:发布|分享)了?[一1]?[篇个条段]\p{L}{0,6}(?:笔记|视频|作品|文章|微博|动态|图文)$/u;

/** What an app puts around the title when something is shared from it: whose it is, how to open it, and its codes. */
export function shareFrame(text: string): Stretch[] {
  const links = linksIn(text);
  const works = stretchesOf(text, whose);
  if (links.length === 0 && works.length === 0) return [];
  const shared = [
    ...works,
    ...callsIn(withBreaks(text, links)),
    ...links.flatMap(({ start }) => titleBefore(text, start)),
  ];
  const codes = links.flatMap(({ end }) => codesAfter(text, end));
  const frame = [...shared, ...codes, ...stretchesOf(text, handed), ...stretchesOf(text, betweenFaces)];
  if (shared.length === 0) return frame;
  const isNext = (at: number) => text[at] === "【" || shared.some(({ start }) => start === at);
  const heads = [...text.matchAll(head)]
    .map(({ 0: found, 1: codes, index }) => ({ codes, start: index, end: index + found.length }))
    .filter(({ codes, end }) => codes !== "" || isNext(end));
  return [...frame, ...heads, ...tagsIn(text, frame, links)];
}

const stretchesOf = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

/** A link parts what stands around it. */
function withBreaks(text: string, links: readonly Stretch[]): string {
  let parted = text;
  for (const { start, end } of links)
    parted = parted.slice(0, start) + "\n".repeat(end - start) + parted.slice(end);
  return parted;
}

/** The clauses that only say how to open what is shared, how often others did, and who published it. */
function callsIn(text: string): Stretch[] {
  const clauses = [...text.matchAll(clause)].map(({ 0: said, index }) => {
    const read = readCall(said);
    return { said, start: index, end: index + said.length, ...read };
  });
  const isCall = clauses.map(({ said, isWhole, hasName }) => {
    const asks = isWhole && opens.test(said);
    return counted.test(said) || (asks && (hasName ? /复制|长按/u.test(said) : opened.test(said)));
  });
  const calls: Stretch[] = [];
  let isAfter = false;
  for (const [at, { said, isWhole, start, end }] of clauses.entries()) {
    // An app is opened before or after something is copied; what somebody published is to be looked at.
    const next = clauses[at + 1];
    isAfter =
      isCall[at] === true ||
      (isWhole && (isAfter || isCall[at + 1] === true)) ||
      (announced.test(said) && next?.isWhole === true);
    if (isAfter) calls.push({ start, end });
  }
  return calls;
}

/** Whether a clause has only such words, and the name of an app among them. */
function readCall(said: string): { isWhole: boolean; hasName: boolean } {
  let [at, hasName] = [0, false];
  while (at < said.length) {
    word.lastIndex = at;
    named.lastIndex = at;
    const found = word.exec(said) ?? named.exec(said);
    if (!found) return { isWhole: false, hasName };
    if (named.lastIndex > at) hasName = true;
    at += found[0].length;
  }
  return { isWhole: true, hasName };
}

/** What follows the title in its brackets, where they stand before the address. */
function titleBefore(text: string, start: number): Stretch[] {
  const before = text
    .slice(0, start)
    .replace(betweenFaces, (found) => " ".repeat(found.length))
    .trimEnd();
  const open = before.lastIndexOf("【");
  const found = before.endsWith("】") && open >= 0 ? titled.exec(before.slice(open))?.[0] : undefined;
  if (!found) {
    const last = before.slice(-80);
    const whose = answered.exec(last);
    return whose ? [{ start: before.length - last.length + whose.index, end: before.length }] : [];
  }
  const cut = behind.exec(found);
  return cut && cut.index > leastTitle ? [{ start: open + cut.index, end: open + found.length - 1 }] : [];
}

function codesAfter(text: string, end: number): Stretch[] {
  const codes: Stretch[] = [];
  let at = end;
  for (;;) {
    const rest = text.slice(at, at + 80);
    const found = code.exec(rest) ?? postOf.exec(rest) ?? siteName.exec(rest);
    if (!found) return codes;
    codes.push({ start: at, end: at + found[0].length });
    at += found[0].length;
  }
}

/** Tags come after the title; a text of tags alone says what they say. */
function tagsIn(text: string, frame: readonly Stretch[], links: readonly Stretch[]): Stretch[] {
  const tags = stretchesOf(text, tag).filter(({ end }) => text[end - 1] !== "#");
  let rest = text;
  for (const { start, end } of [...frame, ...links, ...tags])
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return /\p{L}{3}/u.test(rest) ? tags : [];
}
