/** Parameters that say how a link was shared, not what it leads to. */
const tracking =
  /^(utm_.*|spm|from|isappinstalled|share.*|scene|srcid|clicktime|enterid|ascene|devicetype|version|nettype|abtest_cookie|lang|exportkey|pass_ticket|wx_header|sessionid|subscene|fbclid|gclid|igshid|feature|timestamp|tt_from|app|iid|req_id|group_id|use_new_style|refer_.*|weibo_id|sourcetype|is_all|wfr|ref|ref_src|chksm|mpshare|sharer_.*|_t|_r|vd_source|unique_k|xhsshare|appuid|apptime|xsec_.*|author_share|u_code|did|with_sec_did|from_.*)$/iu;

/** Hosts of the same site for a small screen, an app or the old web. */
const hosts: readonly [RegExp, string][] = [
  [/^(?:www|m|wap|h5|mobile|3g|amp)\./u, ""],
  [/^weibo\.cn$/u, "weibo.com"],
  [/^iesdouyin\.com$/u, "douyin.com"],
  [/^youtu\.be$/u, "youtube.com"],
];

/** One spelling for all links to the same page, or null for what is not a link to the web. */
export function canonicalUrl(link: string): string | null {
  const url = parse(link.trim());
  if (!url || !/^https?:$/u.test(url.protocol)) return null;
  let host = url.hostname.toLowerCase().replace(/\.$/u, "");
  for (const [pattern, plain] of hosts) host = host.replace(pattern, plain);
  const kept = [...url.searchParams]
    .filter(([name]) => !tracking.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const path = pathOf(url, host);
  if (path.startsWith("/watch?v=")) return host + path;
  return host + path + (kept.length > 0 ? `?${kept.join("&")}` : "");
}

function parse(link: string): URL | null {
  const full = /^[a-z][a-z\d+.-]*:/iu.test(link) ? link : `https://${link}`;
  return URL.canParse(full) ? new URL(full) : null;
}

function pathOf(url: URL, host: string): string {
  const path = url.pathname.replace(/\/{2,}/gu, "/").replace(/\/(?:index\.\w+)?$/u, "");
  if (host !== "youtube.com") return path;
  const video = url.searchParams.get("v") ?? /^\/(?:shorts\/|embed\/)?([\w-]{11})$/u.exec(path)?.[1];
  return video ? `/watch?v=${video}` : path;
}

/** What a link is written in; Han that follows without a blank is mostly what is said next. */
const WRITTEN = String.raw`[^\s\p{Script=Han}，。！？；、“”‘’（）《》【】<>"]`;
/** Han that begins a part of a path belongs to it where nothing but a blank follows: …/item/地震. */
const HAN_PART = String.raw`[/=]\p{Script=Han}[\p{Script=Han}\w%/-]*(?=\s|$)`;

const HEAD = new RegExp(`https?://${WRITTEN}+`, "giu");
const LINK = new RegExp(`https?://(?:${WRITTEN}*${HAN_PART}|${WRITTEN}+)`, "giu");
/** A line that is nothing but an address; people leave the scheme away. */
const BARE =
  /^[^\S\n\r\u2028\u2029]*((?:(?:[a-z\d][\w-]*\.)+[a-z]{2,}|(?:\d{1,3}\.){3}\d{1,3})(?:[/?#]\S*)?)[^\S\n\r\u2028\u2029]*$/gimu;
/** An address with a password in it is none of ours, and one without a dot is being typed. */
const WHOLE = /^https?:\/\/[^/?#@][^/?#@.]*\.[^/?#@]{2,}(?:[/?#]|$)/iu;

/** A text with blanks where its links were, so that everything else keeps its place. */
export const withoutUrls = (text: string): string => text.replace(HEAD, (link) => " ".repeat(link.length));

/** A link in a text: its address, with a scheme, and where it stands. */
export type FoundLink = { address: string; start: number; end: number };

/** The links in a text as people type and paste them, in their order; apps put words around what they copy. */
export function linksIn(text: string): FoundLink[] {
  const linked = [...text.matchAll(LINK)].flatMap(({ 0: found, index }) => {
    const address = found.replace(
      found.includes("(") ? /(?<![,.;!?])[,.;!?]+$/u : /(?<![),.;!?])[),.;!?]+$/u,
      "",
    );
    return WHOLE.test(address) ? [{ address, start: index, end: index + address.length }] : [];
  });
  const bare = [...text.matchAll(BARE)].map(({ 0: line, 1: found = "", index }) => {
    const start = index + line.indexOf(found);
    return { address: `https://${found}`, start, end: start + found.length };
  });
  return [...linked, ...bare].sort((one, other) => one.start - other.start);
}
