import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import type { News, ToldNotice } from "#lib/publishing/describe-news";
import enLabels from "../i18n/messages/en/labels.json" with { type: "json" };
import enReport from "../i18n/messages/en/report.json" with { type: "json" };
import enTalk from "../i18n/messages/en/talk.json" with { type: "json" };
import zhLabels from "../i18n/messages/zh-CN/labels.json" with { type: "json" };
import zhReport from "../i18n/messages/zh-CN/report.json" with { type: "json" };
import zhTalk from "../i18n/messages/zh-CN/talk.json" with { type: "json" };
import { type Composed, layOutLetter, type Paragraph } from "./lay-out-letter.ts";

const chinese = {
  letter: zhTalk.letter,
  labels: zhLabels,
  explain: zhReport.track.explain,
};
const words: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: { letter: enTalk.letter, labels: enLabels, explain: enReport.track.explain },
};

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
  const paragraphs = all.flatMap((news) => paragraphsOf(news, locale));
  return layOutLetter({ subject, paragraphs, why: letter.whyNews, stopUrl }, locale);
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
  return layOutLetter({ subject: confirm.subject, paragraphs, why: confirm.why, stopUrl }, locale);
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
