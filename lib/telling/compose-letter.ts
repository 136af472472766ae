import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import { config } from "#lib/platform/config";
import { escapeHtml } from "#lib/platform/html";
import type { News, ToldNotice } from "#lib/publishing/describe-news";
import enCommon from "../i18n/messages/en/common.json" with { type: "json" };
import enLabels from "../i18n/messages/en/labels.json" with { type: "json" };
import enReport from "../i18n/messages/en/report.json" with { type: "json" };
import enTalk from "../i18n/messages/en/talk.json" with { type: "json" };
import zhCommon from "../i18n/messages/zh-CN/common.json" with { type: "json" };
import zhLabels from "../i18n/messages/zh-CN/labels.json" with { type: "json" };
import zhReport from "../i18n/messages/zh-CN/report.json" with { type: "json" };
import zhTalk from "../i18n/messages/zh-CN/talk.json" with { type: "json" };

const chinese = {
  letter: zhTalk.letter,
  labels: zhLabels,
  explain: zhReport.track.explain,
  site: zhCommon.siteName,
};
const words: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: { letter: enTalk.letter, labels: enLabels, explain: enReport.track.explain, site: enCommon.siteName },
};

/** The parts of a letter before they are text and HTML. */
export type Paragraph = { text: string } | { link: string; label: string };
export type Composed = { subject: string; text: string; html: string };

const titleOf = ({ title, titleEn }: ToldNotice, locale: Locale): string =>
  locale === "en" && titleEn ? titleEn : title;

/** One piece of news as a title and a link: all that a notification on a screen shows. */
export function headline(news: News, locale: Locale): { title: string; url: string } {
  const { letter, labels, explain } = words[locale];
  const { subject } = letter;
  if (news.kind === "question") return { title: subject.question, url: absolute("/track", locale) };
  if (news.kind === "closing") {
    const title = fill(subject.closing, { status: labels.claimStatus[news.status] });
    return { title: title || explain[news.status], url: absolute("/track", locale) };
  }
  const { notice } = news;
  const values = {
    title: titleOf(notice, locale),
    verdict: labels.verdict[notice.verdict],
    change: news.kind === "correction" ? labels.correctionKind[news.change] : "",
  };
  return { title: fill(subject[news.kind], values), url: absolute(noticeHref(notice.slug), locale) };
}

/** The letter that tells one address all there is to tell. */
export function composeNews(all: readonly News[], locale: Locale, stopUrl: string): Composed {
  const { letter } = words[locale];
  const [first] = all;
  const subject =
    all.length === 1 && first
      ? headline(first, locale).title
      : fill(letter.subject.digest, { count: String(all.length) });
  return compose(
    subject,
    all.flatMap((news) => paragraphsOf(news, locale)),
    letter.whyNews,
    locale,
    stopUrl,
  );
}

/** The letter that asks whether somebody really wants to be told; nothing else is sent before. */
export function composeConfirmation(confirmPath: string, title: string, locale: Locale, stopUrl: string) {
  const { confirm } = words[locale].letter;
  const paragraphs = [
    { text: confirm.lead },
    ...(title ? [{ text: title }] : []),
    { link: absolute(confirmPath, locale), label: confirm.link },
    { text: confirm.ignore },
  ];
  return compose(confirm.subject, paragraphs, confirm.why, locale, stopUrl);
}

function paragraphsOf(news: News, locale: Locale): Paragraph[] {
  const { letter, labels, explain } = words[locale];
  const { title, url } = headline(news, locale);
  if (news.kind === "question") return [{ text: letter.question }, { link: url, label: letter.openTrack }];
  if (news.kind === "closing") {
    return [
      { text: explain[news.status] },
      ...(news.note ? [{ text: news.note }] : []),
      ...(news.channel ? [{ text: `${letter.channel}${labels.channelName[news.channel]}` }] : []),
      { link: url, label: letter.openTrack },
    ];
  }
  const note = news.kind === "correction" && news.note ? [{ text: news.note }] : [];
  return [{ text: title }, ...note, { link: url, label: letter.openNotice }];
}

function compose(
  subject: string,
  paragraphs: readonly Paragraph[],
  why: string,
  locale: Locale,
  stopUrl: string,
): Composed {
  const { letter, site } = words[locale];
  const siteName = config.SITE_NAME ?? site;
  const foot = [{ text: fill(why, { site: siteName }) }, { link: stopUrl, label: letter.stop }];
  const text = [letter.hello, ...paragraphs.map(asText), "--", ...foot.map(asText)].join("\n\n");
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><body style="font-size:16px;line-height:1.7">${[
    { text: letter.hello },
    ...paragraphs,
  ]
    .map(asHtml)
    .join("")}<hr>${foot.map(asHtml).join("")}</body></html>`;
  return { subject: `${siteName}：${subject}`.replace("：", locale === "en" ? ": " : "："), text, html };
}

const asText = (part: Paragraph): string => ("link" in part ? `${part.label}\n${part.link}` : part.text);

const asHtml = (part: Paragraph): string =>
  "link" in part
    ? `<p><a href="${escapeHtml(part.link)}">${escapeHtml(part.label)}</a><br>${escapeHtml(part.link)}</p>`
    : `<p>${escapeHtml(part.text).replaceAll("\n", "<br>")}</p>`;
