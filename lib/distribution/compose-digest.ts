import type { CorrectionKind } from "#lib/editorial/status";
import { absolute } from "#lib/i18n/absolute";
import { apiHref, digestConfirmHref, digestHref, noticeHref, unsubscribeHref } from "#lib/i18n/addresses";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import { signId } from "#lib/platform/signed-id";
import type { PublishedContent } from "#lib/publishing/content";
import type { News } from "#lib/publishing/describe-news";
import { headline } from "#lib/telling/compose-letter";
import { type Composed, layOutLetter, type Paragraph } from "#lib/telling/lay-out-letter";
import enDigest from "../i18n/messages/en/digest.json" with { type: "json" };
import enEditorial from "../i18n/messages/en/editorial.json" with { type: "json" };
import enLabels from "../i18n/messages/en/labels.json" with { type: "json" };
import zhDigest from "../i18n/messages/zh-CN/digest.json" with { type: "json" };
import zhEditorial from "../i18n/messages/zh-CN/editorial.json" with { type: "json" };
import zhLabels from "../i18n/messages/zh-CN/labels.json" with { type: "json" };
import { CONFIRM_DIGEST, CONFIRM_HOURS, DIGEST_DAYS, RECEIVE_DIGEST, STOP_DIGEST } from "./digest.ts";

const chinese = { letter: zhDigest.letter, deliveries: zhEditorial.deliveries, labels: zhLabels };
const words: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: { letter: enDigest.letter, deliveries: enEditorial.deliveries, labels: enLabels },
};

/** What is read of a version to tell it in a letter. */
export const digestSelect = {
  id: true,
  number: true,
  correctionKind: true,
  correctionNote: true,
  content: true,
  debunk: { select: { slug: true } },
} as const;

type Version = {
  correctionKind: CorrectionKind | null;
  correctionNote: string | null;
  content: PublishedContent;
  debunk: { slug: string };
};

/** Where a letter goes, and in which language. */
type To = { endpointId: string; locale: Locale };

/** The address that stops all letters to an endpoint, as a page and as one POST (RFC 8058). */
export function stopUrls({ endpointId, locale }: To) {
  const token = signId(STOP_DIGEST, endpointId);
  return {
    page: absolute(unsubscribeHref(token), locale),
    oneClick: absolute(apiHref("/unsubscribe", { token })),
  };
}

/** The letter that brings some versions, with the link by which it is answered. */
export function composeDigest(digestId: string, versions: readonly Version[], to: To): Composed {
  const { locale } = to;
  const { letter } = words[locale];
  const [first] = versions;
  const subject =
    versions.length === 1 && first
      ? headline(newsOf(first), locale).title
      : fill(letter.subject, { count: String(versions.length) });
  const paragraphs: Paragraph[] = [
    { text: fill(letter.lead, { count: String(versions.length) }) },
    { link: absolute(digestHref(signId(RECEIVE_DIGEST, digestId)), locale), label: letter.receive },
    ...versions.flatMap((version) => paragraphsOf(version, locale)),
    { text: fill(letter.until, { days: String(DIGEST_DAYS) }) },
  ];
  return layOutLetter({ subject, paragraphs, why: letter.why, stopUrl: stopUrls(to).page }, locale);
}

/** The letter that asks whether an address is a member's; nothing else is sent there before. */
export function composeConfirmation(member: string, to: To): Composed {
  const { confirm } = words[to.locale].letter;
  const paragraphs: Paragraph[] = [
    { text: fill(confirm.lead, { member }) },
    {
      link: absolute(digestConfirmHref(signId(CONFIRM_DIGEST, to.endpointId)), to.locale),
      label: confirm.link,
    },
    { text: fill(confirm.ignore, { hours: String(CONFIRM_HOURS) }) },
  ];
  const { subject, why } = confirm;
  return layOutLetter({ subject, paragraphs, why, stopUrl: stopUrls(to).page }, to.locale);
}

/** A letter that shows that letters arrive. */
export function composeTest(member: string, to: To): Composed {
  const { test, why } = words[to.locale].letter;
  const paragraphs: Paragraph[] = [{ text: fill(test.lead, { member }) }];
  return layOutLetter({ subject: test.subject, paragraphs, why, stopUrl: stopUrls(to).page }, to.locale);
}

function newsOf({ content, correctionKind: change, correctionNote: note, debunk }: Version): News {
  const { title, titleEn, verdict } = content;
  const notice = { slug: debunk.slug, title, titleEn, verdict };
  return change ? { kind: "correction", notice, change, note } : { kind: "answer", notice };
}

function paragraphsOf(version: Version, locale: Locale): Paragraph[] {
  const { letter, deliveries, labels } = words[locale];
  const { content, correctionKind, correctionNote } = version;
  const { title, url } = headline(newsOf(version), locale);
  const isRetracted = correctionKind === "retraction";
  const values = {
    title: content.title,
    verdict: labels.verdict[content.verdict],
    summary: content.summary,
    note: correctionNote ?? "",
    url: absolute(noticeHref(version.debunk.slug)),
  };
  const correction: Paragraph[] = correctionKind
    ? [{ text: isRetracted ? deliveries.retracted : deliveries.corrected }]
    : [];
  const note: Paragraph[] = correctionNote && !isRetracted ? [{ text: correctionNote }] : [];
  return [
    { heading: title },
    ...correction,
    ...note,
    { link: url, label: letter.open },
    { text: isRetracted ? letter.copyRetraction : letter.copy },
    { quote: fill(isRetracted ? letter.retractedText : deliveries.copyText, values) },
  ];
}
