import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import type { Locale } from "#lib/i18n/locale";
import type { TrackingBody } from "#lib/publishing/api-schema";
import { eventLabel } from "./event-label.ts";
import type { TrackedReport } from "./track-report.ts";

/** What the API tells the holder of a receipt, in the caller's language. */
export function toTracking(report: TrackedReport, language: Locale): TrackingBody {
  const { state, timeline, question, closingNote, closingChannel, debunk } = report;
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
