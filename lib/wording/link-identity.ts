/** Parameters that on every host say how a link was shared, not what it leads to. */
const tracking =
  /^(?:utm_\w*|spm|fbclid|gclid|msclkid|igshid|mc_[ce]id|share_\w+|from_source|vd_source|wfr|_hsenc|_hsmi|yclid)$/iu;

/** Addresses of somebody who passes on to any page, as a shortener does: they say nothing of the page. */
const shorteners =
  /^(?:t\.cn|url\.cn|w\.url\.cn|dwz\.cn|suo\.(?:im|nz|yt)|sourl\.cn|b23\.tv|v\.douyin\.com|v\.kuaishou\.com|xhslink\.com|[cm]\.tb\.cn|u\.jd\.com|bit\.ly|tinyurl\.com|goo\.gl|t\.co|is\.gd|ow\.ly|buff\.ly|3\.cn|mtw\.so|tb\.cn|qr\.ae|j\.mp)$/u;

/** Pages of a site that everybody sees otherwise: to sign in, to search. */
const doors =
  /(?:^|[/._-])(?:login|log-in|signin|sign-in|sign_in|passport|sso|logout|register)(?:[/._-]|$)/iu;
const searches = /(?:^|\/)(?:search\w*|sou|s|so|query|web)(?:\/|\.\w+)?$/iu;
const searchWords = /^(?:q|query|wd|word|kw|keywords?|search\w*|text)$/iu;
/** The parameters in which a page that passes on names where to. */
const targets = [
  "url",
  "target",
  "u",
  "q",
  "to",
  "dest",
  "goto",
  "pfurl",
  "link",
  "jump",
  "redirect",
  "redirect_uri",
];

/** Hosts of one site for a small screen, an app or the old web. */
const narrow = /^(?:www|m|wap|h5|mobile|3g|amp)\./u;

type Site = {
  hosts: RegExp;
  /** The name of a page on the site: a part of the path, or parameters that are all there. */
  pages: readonly (RegExp | readonly string[])[];
  name: string;
  /** One spelling for the names that the site has for a page. */
  spell?: (id: string) => string;
};

/** Sites that have several addresses for one page; the names of their pages are theirs. */
const sites: readonly Site[] = [
  {
    name: "weibo",
    hosts: /(?:^|\.)weibo\.(?:com|cn)$/u,
    pages: [
      /^\/(?:status|detail|statuses)\/(\w+)$/u,
      /^\/\d{6,12}\/(?:status\/)?(\w{9}|\d{16})$/u,
      /^\/comment\/(\w+)$/u,
    ],
    spell: (id) => (/^\d+$/.test(id) ? id : weiboNumber(id)),
  },
  {
    name: "douyin",
    hosts: /(?:^|\.)(?:douyin|iesdouyin)\.com$/u,
    pages: [/^\/(?:share\/)?(?:video|note|slides)\/(\d+)/u, ["modal_id"], ["vid"]],
  },
  {
    name: "bilibili",
    hosts: /(?:^|\.)bilibili\.com$|^b23\.tv$/u,
    pages: [/^\/(?:video\/)?(BV\w{10})/u, /^\/(?:video\/)?(av\d+)/iu, /^\/(?:read\/|opus\/)((?:cv)?\d+)/u],
  },
  {
    name: "toutiao",
    hosts: /(?:^|\.)toutiao\.com$/u,
    pages: [/^\/(?:article\/|group\/|video\/|w\/|trending\/|[aiw])(\d{8,})/u, ["group_id"], ["item_id"]],
  },
  {
    name: "xiaohongshu",
    hosts: /(?:^|\.)xiaohongshu\.com$/u,
    pages: [/^\/(?:explore|discovery\/item|user\/profile\/\w+)\/(\w{16,})/u],
  },
  {
    name: "kuaishou",
    hosts: /(?:^|\.)(?:kuaishou|gifshow|chenzhongtech)\.com$/u,
    pages: [/^\/(?:short-video|fw\/photo|photo\/\w+)\/(\w+)/u, ["photoId"]],
  },
  { name: "wechat", hosts: /^mp\.weixin\.qq\.com$/u, pages: [/^\/s\/([\w-]+)/u, ["__biz", "mid", "idx"]] },
  {
    name: "zhihu",
    hosts: /(?:^|\.)zhihu\.com$/u,
    pages: [/\/answer\/(\d+)/u, /^\/(p\/\d+)/u, /^\/(question\/\d+)$/u],
  },
  { name: "baijiahao", hosts: /^(?:baijiahao|mbd)\.baidu\.com$/u, pages: [["id"]] },
  { name: "youtube", hosts: /^youtu\.be$/u, pages: [/^\/([\w-]{11})$/u] },
  // A bare name on the site itself is that of a channel.
  {
    name: "youtube",
    hosts: /(?:^|\.)youtube\.com$/u,
    pages: [["v"], /^\/(?:shorts|embed|live)\/([\w-]{11})$/u],
  },
  { name: "x", hosts: /(?:^|\.)(?:twitter|x)\.com$/u, pages: [/\/status\/(\d+)/u] },
];

/**
 * One name for all addresses of the same page, by which a link is recognised; null for what is no link to the web, and for
 * pages that do not stand for one thing: the front of a site, what asks for a password or a word, a shortener.
 */
export function linkIdentity(link: string): string | null {
  const url = parse(link);
  if (!url) return null;
  const behind = passedOn(url);
  if (behind) return linkIdentity(behind);
  const host = hostOf(url);
  const post = postOn(url);
  if (post) return post;
  if (shorteners.test(host) || doors.test(`${host}${url.pathname}`)) return null;
  const kept = [...url.searchParams].filter(([name, value]) => !tracking.test(name) && value !== "");
  if (searches.test(url.pathname) && kept.some(([name]) => searchWords.test(name))) return null;
  const route = /^#!?\/./u.test(url.hash) ? url.hash : "";
  const path = spelled(url.pathname)
    .replace(/\/{2,}/gu, "/")
    .replace(/\/(?:index\.\w+)?$/u, "");
  if (path === "" && kept.length === 0 && route === "") return null;
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  return host.replace(narrow, "") + path + (query.length > 0 ? `?${query.join("&")}` : "") + route;
}

/**
 * The name of a post on one of the sites whose addresses of posts are known, such as `weibo:5012345678901234`; null for
 * whatever else a link may lead to, and so for every page of somebody's account.
 */
export function postIdentity(link: string): string | null {
  const url = parse(link);
  if (!url) return null;
  const behind = passedOn(url);
  return behind ? postIdentity(behind) : postOn(url);
}

function postOn(url: URL): string | null {
  const host = hostOf(url);
  const site = sites.find(({ hosts }) => hosts.test(host));
  const id = site && nameOn(site, url);
  return site && id ? `${site.name}:${site.spell?.(id) ?? id}` : null;
}

const hostOf = ({ hostname }: URL): string => hostname.toLowerCase().replace(/\.$/u, "");

function parse(link: string): URL | null {
  const written = link
    .trim()
    .replace(/&amp;/giu, "&")
    .replace(/^(?:https?:\/*)+(?=https?:)/iu, "");
  const full = /^[a-z][a-z\d+.-]*:/iu.test(written) ? written : `https://${written}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  return url && /^https?:$/u.test(url.protocol) ? url : null;
}

/** Where a page leads that only passes on: its own path says nothing, and a parameter is an address of another site. */
function passedOn(url: URL): string | null {
  if (/\d{4}/u.test(url.pathname)) return null;
  for (const name of targets) {
    const target = url.searchParams.get(name) ?? "";
    if (/^https?:\/\/./iu.test(target) && URL.canParse(target) && new URL(target).hostname !== url.hostname)
      return target;
  }
  return null;
}

function nameOn({ pages }: Site, url: URL): string | undefined {
  const path = url.pathname.replace(/\/{2,}/gu, "/").replace(/\/$/u, "");
  for (const page of pages) {
    const parts =
      page instanceof RegExp ? [page.exec(path)?.[1]] : page.map((name) => url.searchParams.get(name));
    if (parts.every(Boolean)) return parts.join("/");
  }
  return undefined;
}

/** One spelling for a path: what is written raw is escaped, and what is escaped needlessly is not. */
function spelled(path: string): string {
  try {
    return path
      .split("/")
      .map((part) => encodeURIComponent(decodeURIComponent(part)))
      .join("/");
  } catch {
    return path;
  }
}

const base62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The number of a post of Weibo from its short code: every four signs stand for seven figures, from the end. */
function weiboNumber(code: string): string {
  let number = "";
  for (let end = code.length; end > 0; end -= 4) {
    const signs = code.slice(Math.max(0, end - 4), end);
    const value = [...signs].reduce((sum, sign) => sum * 62 + base62.indexOf(sign), 0);
    number = (end > 4 ? String(value).padStart(7, "0") : String(value)) + number;
  }
  return number;
}
