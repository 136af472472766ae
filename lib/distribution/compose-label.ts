import { createHash } from "node:crypto";
import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import { locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import type { Verdict } from "#lib/investigation/vocabulary";
import { readEntries } from "#lib/matching/read-entries";
import { after, days } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import type { PublishedContent } from "#lib/publishing/content";
import { postIdentity } from "#lib/wording/link-identity";
import type { LabelPayload } from "./label-schema.ts";
import { labelWordings } from "./label-wordings.ts";
import type { LabelAction } from "./vocabulary.ts";

/** A version of a notice, as far as its label tells of it. */
export type LabelledVersion = {
  number: number;
  publishedAt: Date;
  content: PublishedContent;
  debunk: { slug: string; claimId: string };
};

type Subject = Pick<LabelPayload, "wordings" | "links" | "pictures">;

/** So that the bytes of a label stay below 20 kB. */
const MOST = { links: 100, pictures: 50 } as const;

/** What is unproven may soon be known. */
const UNPROVEN_DAYS = 30;

/** What a label says: about a claim and what carries it, never about whoever wrote or passed it on. */
export function composeLabel(
  { number, publishedAt, content: { verdict }, debunk: { slug } }: LabelledVersion,
  {
    id,
    action,
    supersedes,
    subject,
  }: { id: string; action: LabelAction; supersedes: string | null; subject: Subject },
): LabelPayload {
  const isLabel = action === "label";
  return {
    id,
    slug,
    version: number,
    action,
    verdict,
    words: isLabel ? wordsOf(verdict) : null,
    ...subject,
    url: absolute(noticeHref(slug)),
    validFrom: publishedAt.toISOString(),
    validUntil:
      isLabel && verdict === "unproven" ? after(publishedAt, days(UNPROVEN_DAYS)).toISOString() : null,
    supersedes,
  };
}

const wordsOf = (verdict: Verdict) =>
  Object.fromEntries(
    locales.map((locale) => [locale, messages[locale].labels.suggestedLabel[verdict]]),
  ) as LabelPayload["words"];

/** What carries a claim, as far as people have confirmed it: its wordings, and hashes of posts and pictures. */
export async function subjectOf(
  tx: Tx,
  { content: { claimed }, debunk: { claimId } }: LabelledVersion,
): Promise<Subject> {
  const known = (await readEntries(tx, { ids: [claimId] })).find(({ id }) => id === claimId);
  const { joinedIds = [], urls = [], phashes = [] } = known ?? {};
  const posts = urls.map(postIdentity).filter((post) => post !== null);
  return {
    wordings: await labelWordings(tx, { claimId, joinedIds, claimed }),
    links: hashed(posts).slice(0, MOST.links),
    pictures: [...new Set(phashes.map(inHex))].toSorted().slice(0, MOST.pictures),
  };
}

const hashed = (posts: readonly string[]): string[] =>
  [...new Set(posts)].toSorted().map((post) => createHash("sha256").update(post).digest("hex"));

/** The 64 zeros and ones of a perceptual hash in sixteen figures. */
const inHex = (bits: string): string => BigInt(`0b${bits}`).toString(16).padStart(16, "0");
