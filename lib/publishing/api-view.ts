import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import type { Page } from "#lib/platform/cursor";
import type { DebunkBody, DebunkListBody, DebunkVersionBody, VersionListBody } from "./api-schema.ts";
import type { DebunkCard } from "./cards.ts";
import type { DebunkView } from "./queries.ts";

const toItem = (card: DebunkCard): DebunkListBody["items"][number] => ({
  slug: card.slug,
  url: absolute(noticeHref(card.slug)),
  title: card.title,
  titleEn: card.titleEn,
  verdict: card.verdict,
  status: card.status,
  summary: card.summary,
  claim: card.claim.wording,
  topic: card.topic,
  divisions: card.divisionCodes,
  reportCount: card.claim.reportCount,
  version: card.currentVersion,
  publishedAt: card.publishedAt.toISOString(),
  updatedAt: card.updatedAt.toISOString(),
});

type Version = DebunkView["versions"][number];

const toVersion = ({ number, publishedAt, correctionKind, correctionNote }: Version) => ({
  version: number,
  publishedAt: publishedAt.toISOString(),
  correction: correctionKind === null ? null : { kind: correctionKind, note: correctionNote ?? "" },
});

/** A page of notices as the API tells it. */
export const toDebunkList = ({ items, nextCursor }: Page<DebunkCard>): DebunkListBody => ({
  items: items.map(toItem),
  nextCursor,
});

/** A notice as the API tells it, with the number of members that carry it. */
export const toDebunk = (debunk: DebunkView, adoptions: number): DebunkBody => ({
  ...toItem(debunk),
  adoptions,
  content: debunk.current.content,
  versions: debunk.versions.map(toVersion),
});

/** The versions of a notice, newest first. */
export const toVersionList = ({ versions }: DebunkView): VersionListBody => ({
  items: versions.map(toVersion),
  nextCursor: null,
});

/** One version of a notice, or null where it has none of that number. */
export function toDebunkVersion(debunk: DebunkView, number: number): DebunkVersionBody | null {
  const version = debunk.versions.find((candidate) => candidate.number === number);
  if (!version) return null;
  const { slug, status, currentVersion } = debunk;
  return { ...toVersion(version), slug, status, currentVersion, content: version.content };
}
