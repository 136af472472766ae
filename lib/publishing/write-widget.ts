import { createHash } from "node:crypto";
import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { formatDate } from "#lib/i18n/time";
import { config } from "#lib/platform/config";
import { escapeHtml } from "#lib/platform/html";
import { marks } from "./marks.ts";
import type { WidgetNotice } from "./queries.ts";
import { widgetStyle } from "./widget-style.ts";

const styleHash = createHash("sha256").update(widgetStyle).digest("base64");

/** The one page of ours that other sites may show in theirs: nothing in it runs, is sent or is fetched, and its style is this one. */
export const WIDGET_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

/** A notice as it stands now, small enough for a page of another site. */
export function writeWidget(notice: WidgetNotice, locale: Locale): string {
  const { labels, public: words } = messages[locale];
  const { icon, hue } = marks[notice.verdict];
  const shapes = icon.map(([tag, at]) => `<${tag} ${attributes(at)}/>`).join("");
  const title = titleOf(notice, locale);
  const more = linkTo(noticeHref(notice.slug), locale, fill(words.widget.more, { site: siteName(locale) }));
  return page(locale, title.text, [
    changeOf(notice, locale),
    `<h1${title.lang}>${linkTo(noticeHref(notice.slug), locale, title.text)}</h1>`,
    `<p><strong class="verdict ${hue}"><svg viewBox="0 0 24 24" aria-hidden="true">${shapes}</svg>${escapeHtml(labels.verdict[notice.verdict])}</strong></p>`,
    `<p lang="zh-CN">${escapeHtml(notice.summary)}</p>`,
    `<p class="foot">${timeOf(notice.publishedAt, locale)} ${more}</p>`,
  ]);
}

/** What stands in the frame where there is no notice. */
export function writeMissingWidget(locale: Locale): string {
  const { title, detail } = messages[locale].errors.NOT_FOUND;
  return page(locale, title, [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(detail)}</p>`,
    `<p class="foot">${linkTo("/", locale, siteName(locale))}</p>`,
  ]);
}

/** The title in the reader's language; where there is no translation, the Chinese, marked as such. */
function titleOf({ title, titleEn }: WidgetNotice, locale: Locale): { text: string; lang: string } {
  if (locale === "zh-CN") return { text: title, lang: "" };
  return titleEn ? { text: titleEn, lang: "" } : { text: title, lang: ' lang="zh-CN"' };
}

/** What has happened to it since it was first published: what kind of change, when, and why. */
function changeOf({ current }: WidgetNotice, locale: Locale): string {
  const { correctionKind: kind, correctionNote: note, publishedAt } = current;
  if (!kind) return "";
  const { labels, public: words } = messages[locale];
  const isRetracted = kind === "retraction";
  const told = fill(words.notice[isRetracted ? "retracted" : "corrected"], {
    kind: labels.correctionKind[kind],
  });
  const why = note ? `<span lang="zh-CN">${escapeHtml(note)}</span>` : "";
  return `<p class="change${isRetracted ? " retraction" : ""}"><strong>${escapeHtml(told)}</strong> ${timeOf(publishedAt, locale)}${why}</p>`;
}

const siteName = (locale: Locale): string => config.SITE_NAME ?? messages[locale].common.siteName;

const timeOf = (time: Date, locale: Locale): string =>
  `<time datetime="${time.toISOString()}">${formatDate(time, locale)}</time>`;

/** In a window of its own: a frame is too small to read on in. */
const linkTo = (href: string, locale: Locale, words: string): string =>
  `<a href="${escapeHtml(absolute(href, locale))}" target="_blank" rel="noopener">${escapeHtml(words)}</a>`;

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");

const page = (locale: Locale, title: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${widgetStyle}</style></head><body><main>${parts.join("")}</main></body></html>`;
