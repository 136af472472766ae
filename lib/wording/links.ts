/** What a link is written in; han that follows without a blank is mostly what is said next, and other signs are around it. */
const WRITTEN = String.raw`(?!\p{Script=Han}|(?<![=:/?&])https?://)[\w\-.~:/?#\[\]@!$&'()*+,;=%\p{Cf}\p{L}]`;
/** Han that begins a part of a path belongs to it where nothing but a blank follows: …/item/地震. */
const HAN_PART = String.raw`[/=]\p{Script=Han}[\p{Script=Han}\w%/-]*(?=\s|$)`;

const HEAD = new RegExp(`https?://(?:${WRITTEN})+`, "giu");
const LINK = new RegExp(`https?://(?:(?:${WRITTEN})*${HAN_PART}|(?:${WRITTEN})+)`, "giu");
/** A site that people know, without its scheme, with a page. */
const KNOWN = new RegExp(
  `(?<![\\w.@/:%-])(?:[a-z\\d-]{1,20}\\.){0,2}(?:weixin\\.qq|weibo|douyin|kuaishou|xiaohongshu|bilibili|toutiao|zhihu|baidu|163|sohu|sina|ifeng|thepaper|youtube)\\.(?:com|cn)/(?:${WRITTEN})+`,
  "giu",
);
/** A line that is nothing but an address; people leave the scheme away. */
const BARE =
  /^[^\S\n\r\u2028\u2029]*((?:(?:[a-z\d][\w-]*\.)+[a-z]{2,}|(?:\d{1,3}\.){3}\d{1,3})(?:[/?#]\S*)?)[^\S\n\r\u2028\u2029]*$/gimu;
/** An address with a password in it is none of ours, and one without a dot is being typed. */
const WHOLE = /^https?:\/\/(?:[^/?#@][^/?#@.]*\.[^/?#@]{2,}(?:[/?#]|$)|localhost(?::\d+)?[/?#])/iu;

/** Full-width letters, figures and the signs of an address as the usual ones; the marks of a sentence stay. */
const halfWidth = (text: string): string =>
  text.replace(
    /[０-９Ａ-Ｚａ-ｚ：／．＝＆％＃－＿？](?=[\x21-\x7e０-９Ａ-Ｚａ-ｚ／．＝＆％＃－＿]|$)/gu,
    (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );

/** A text with blanks where its links were, so that everything else keeps its place. */
export const withoutUrls = (text: string): string =>
  halfWidth(text)
    .replace(HEAD, (link) => " ".repeat(link.length))
    .replace(KNOWN, (link) => " ".repeat(link.length));

/** A link in a text: its address, with a scheme, and where it stands. */
export type FoundLink = { address: string; start: number; end: number };

/** The links in a text as people type and paste them, in their order; apps put words around what they copy. */
export function linksIn(text: string): FoundLink[] {
  const source = halfWidth(text);
  const withScheme = [...source.matchAll(LINK)].flatMap(({ 0: found, index }) => {
    const written = found.replace(found.includes("(") ? tail : tailOfAny, "");
    const address = addressOf(written);
    return WHOLE.test(address) ? [{ address, start: index, end: index + written.length }] : [];
  });
  const taken = (start: number) => withScheme.some((one) => one.start <= start && start < one.end);
  const bare = [...source.matchAll(BARE)].map(({ 0: line, 1: found = "", index }) => ({
    found,
    start: index + line.indexOf(found),
  }));
  const known = [...source.matchAll(KNOWN)]
    .map(({ 0: found, index }) => ({ found: found.replace(tailOfAny, ""), start: index }))
    .filter(({ start }) => !bare.some((one) => one.start <= start && start < one.start + one.found.length));
  const withoutScheme = [...bare, ...known]
    .filter(({ start }) => !taken(start))
    .map(({ found, start }) => ({
      address: addressOf(`https://${found}`),
      start,
      end: start + found.length,
    }));
  return [...withScheme, ...withoutScheme].sort((one, other) => one.start - other.start);
}

/** What ends a sentence and not an address, and what is not seen. */
const tail = /(?<![,.;:!?'*~\p{Cf}])[,.;:!?'*~\p{Cf}]+$/u;
const tailOfAny = /(?<![),.;:!?'*~\]\p{Cf}])[),.;:!?'*~\]\p{Cf}]+$/u;

/** The address that is meant: copied from the source of a page, with something invisible in it, with its scheme twice. */
const addressOf = (written: string): string =>
  written
    .replace(/\p{Cf}/gu, "")
    .replace(/&amp;/giu, "&")
    .replace(/^(?:https?:\/*)+(?=https?:)/iu, "");
