import type { EventType } from "#lib/audit/event-types";
import { loadClosingText } from "#lib/claims/closing-texts";
import { isDecided } from "#lib/claims/status";
import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import type { Locale } from "#lib/i18n/locale";
import type { TrackingBody } from "#lib/publishing/api-schema";
import english from "../i18n/messages/en/labels.json" with { type: "json" };
import chinese from "../i18n/messages/zh-CN/labels.json" with { type: "json" };
import type { TrackedReport } from "./track-report.ts";

const labels: Record<Locale, Record<string, string>> = { "zh-CN": chinese.event, en: english.event };

/** What happened, in words for citizens; message keys have no dots, event types have one. */
const eventLabel = (type: EventType, language: Locale): string =>
  labels[language][type.replace(".", "-")] ?? type;

/** What the API tells the holder of a receipt, in the caller's language. */
export async function toTracking(report: TrackedReport, language: Locale): Promise<TrackingBody> {
  const { state, timeline, question, closingChannel, debunk } = report;
  // Whoever asked after the decision reads what everybody is told of it.
  const toldAll = isDecided(state) ? (await loadClosingText())(state, language) : null;
  const closingNote = report.closingNote ?? toldAll;
  return {
    state,
    timeline: timeline.map(({ type, at }) => ({
      at: at.toISOString(),
      event: type,
      text: eventLabel(type, language),
    })),
    ...(question && { question: { at: question.at.toISOString(), text: question.text } }),
    ...(closingNote && { closing: { note: closingNote, channel: closingChannel } }),
    ...(debunk && { debunk: toAnswer(debunk) }),
  };
}

const toAnswer = ({ slug, title, titleEn, verdict, status }: NonNullable<TrackedReport["debunk"]>) => ({
  slug,
  url: absolute(noticeHref(slug)),
  title,
  titleEn,
  verdict,
  status,
});
