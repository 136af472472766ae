import type { CorrectionKind } from "#lib/editorial/status";
import { absolute } from "#lib/i18n/absolute";
import { noticeApiHref, noticeHref } from "#lib/i18n/addresses";
import type { PublishedContent } from "#lib/publishing/content";
import type { MessageType } from "./vocabulary.ts";

/** What is published of a version, as far as a message tells it. */
type Version = {
  number: number;
  publishedAt: Date;
  correctionKind: CorrectionKind | null;
  correctionNote: string | null;
  content: PublishedContent;
  debunk: { slug: string; topicId: string; divisionCodes: readonly string[] };
};

/** What is read of a version to compose its message. */
export const messageSelect = {
  number: true,
  publishedAt: true,
  correctionKind: true,
  correctionNote: true,
  content: true,
  debunk: {
    select: {
      slug: true,
      topicId: true,
      divisionCodes: true,
      currentVersion: true,
      claim: { select: { urgency: true } },
    },
  },
} as const;

const MOST = { title: 300, text: 2_000 } as const;

/**
 * The message that a version of a notice is (Standard Webhooks 1.0): its type, and a body under 20 kB that never changes. The
 * highest `version` of a `slug` holds, whatever the order of arrival; the whole text is at `apiUrl`.
 */
export function composeMessage(version: Version): { type: MessageType; body: string } {
  const { number, publishedAt, correctionKind, correctionNote, content, debunk } = version;
  const type = typeOf(correctionKind);
  const timestamp = publishedAt.toISOString();
  const data = {
    slug: debunk.slug,
    version: number,
    verdict: content.verdict,
    title: clip(content.title, MOST.title),
    titleEn: clip(content.titleEn, MOST.title),
    claim: clip(content.claimed, MOST.text),
    summary: clip(content.summary, MOST.text),
    advice: clip(content.advice, MOST.text),
    correction: correctionKind && { kind: correctionKind, note: clip(correctionNote ?? "", MOST.text) },
    topic: debunk.topicId,
    divisions: debunk.divisionCodes.slice(0, 100),
    url: absolute(noticeHref(debunk.slug)),
    apiUrl: absolute(noticeApiHref(debunk.slug)),
    publishedAt: timestamp,
  };
  return { type, body: JSON.stringify({ type, timestamp, data }) };
}

function typeOf(kind: CorrectionKind | null): MessageType {
  if (kind === null) return "debunk.published";
  return kind === "retraction" ? "debunk.retracted" : "debunk.corrected";
}

/** At most so many bytes of UTF-8, whole characters and a mark of what is left out. */
function clip(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const cut = Buffer.from(text)
    .subarray(0, most - 3)
    .toString("utf8");
  return `${cut.replace(/\uFFFD+$/, "")}…`;
}
