import type { CorrectionKind } from "#lib/editorial/status";
import { absolute } from "#lib/i18n/absolute";
import { labelApiHref, noticeApiHref, noticeHref } from "#lib/i18n/addresses";
import { firstOf, lengthOf } from "#lib/platform/text";
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
  label: { id: string } | null;
};

/** What is read of a version to compose its message. */
export const messageSelect = {
  number: true,
  publishedAt: true,
  correctionKind: true,
  correctionNote: true,
  content: true,
  label: { select: { id: true } },
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

/** In characters of at most four bytes: all of them together stay below what a message may weigh. */
const MOST = { title: 100, text: 800 } as const;

/**
 * The message that a version of a notice is (Standard Webhooks 1.0): its type, and a body under 20 kB that never changes. The
 * highest `version` of a `slug` holds, whatever the order of arrival; the whole text is at `apiUrl`,
 * and what platforms may show beside posts, signed, at `labelUrl`.
 */
export function composeMessage(version: Version): { type: MessageType; body: string } {
  const { number, publishedAt, correctionKind, correctionNote, content, debunk, label } = version;
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
    labelUrl: label && absolute(labelApiHref(label.id)),
    publishedAt: timestamp,
  };
  return { type, body: JSON.stringify({ type, timestamp, data }) };
}

function typeOf(kind: CorrectionKind | null): MessageType {
  if (kind === null) return "debunk.published";
  return kind === "retraction" ? "debunk.retracted" : "debunk.corrected";
}

/** The first so many characters, with a mark where there were more. */
const clip = (text: string, most: number): string =>
  lengthOf(text) <= most ? text : `${firstOf(text, most - 1)}…`;
