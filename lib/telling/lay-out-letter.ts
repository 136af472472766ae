import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import { config } from "#lib/platform/config";
import { escapeHtml } from "#lib/platform/html";
import enCommon from "../i18n/messages/en/common.json" with { type: "json" };
import enTalk from "../i18n/messages/en/talk.json" with { type: "json" };
import zhCommon from "../i18n/messages/zh-CN/common.json" with { type: "json" };
import zhTalk from "../i18n/messages/zh-CN/talk.json" with { type: "json" };

const words = {
  "zh-CN": { letter: zhTalk.letter, site: zhCommon.siteName, colon: "：" },
  en: { letter: enTalk.letter, site: enCommon.siteName, colon: ": " },
} satisfies Record<Locale, object>;

/** The parts of a letter before they are text and HTML; `quote` is to be copied as it stands. */
export type Paragraph =
  | { text: string }
  | { heading: string }
  | { quote: string }
  | { link: string; label: string };
export type Composed = { subject: string; text: string; html: string };

type Letter = {
  subject: string;
  paragraphs: readonly Paragraph[];
  /** Why somebody gets it; `{site}` stands for our name. */
  why: string;
  /** Where all further letters can be stopped; left out where they belong to somebody's work. */
  stopUrl?: string;
};

/** A letter as plain text and as simple HTML: nothing is loaded from anywhere, and no link is hidden behind words. */
export function layOutLetter({ subject, paragraphs, why, stopUrl }: Letter, locale: Locale): Composed {
  const { letter, site, colon } = words[locale];
  const siteName = config.SITE_NAME ?? site;
  const stop = stopUrl === undefined ? [] : [{ link: stopUrl, label: letter.stop }];
  const foot = [{ text: fill(why, { site: siteName }) }, ...stop];
  const body = [{ text: letter.hello }, ...paragraphs];
  const text = [...body.map(asText), "--", ...foot.map(asText)].join("\n\n");
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><body style="font-size:16px;line-height:1.7">${body
    .map(asHtml)
    .join("")}<hr>${foot.map(asHtml).join("")}</body></html>`;
  return { subject: `${siteName}${colon}${subject}`, text, html };
}

function asText(part: Paragraph): string {
  if ("link" in part) return `${part.label}\n${part.link}`;
  if ("heading" in part) return `■ ${part.heading}`;
  return "quote" in part ? part.quote : part.text;
}

function asHtml(part: Paragraph): string {
  if ("link" in part) {
    const link = escapeHtml(part.link);
    return `<p><a href="${link}">${escapeHtml(part.label)}</a><br>${link}</p>`;
  }
  if ("heading" in part)
    return `<h2 style="font-size:18px;margin:2em 0 .5em">${escapeHtml(part.heading)}</h2>`;
  if ("quote" in part)
    return `<blockquote style="margin:1em 0;padding:0 0 0 12px;border-left:3px solid #1f5d73">${lines(part.quote)}</blockquote>`;
  return `<p>${lines(part.text)}</p>`;
}

const lines = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");
