import { setTimeout as pause } from "node:timers/promises";
import { closingText } from "#lib/claims/closing-texts";
import { type ClaimStatus, isDecided, isPublished, type OtherChannel } from "#lib/claims/status";
import { uploadQuery } from "#lib/files/upload-queries";
import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import type { Locale } from "#lib/i18n/locale";
import { knownSoFar } from "#lib/matching/known-claims";
import type { MatchQuery } from "#lib/matching/live-index";
import type { Match as Found } from "#lib/matching/match";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import { shorten } from "#lib/platform/text";
import { adviceOf } from "#lib/publishing/queries";
import { redact } from "#lib/wording/redaction";
import { ANSWER_WITHIN } from "./bounds.ts";
import type { Match } from "./match-schema.ts";

/** What a stranger asks, with files that whoever asks has sent before. */
type Question = MatchQuery & {
  uploadIds?: readonly string[] | undefined;
  /** The secret of this browser's uploads. */
  uploadOwner?: string | undefined;
};

type Wanted = {
  language: Locale;
  limit: number;
  /** Asked while filing a report, which comes first: answers alone, and nothing in a rush, except under a key: the same key gets the same answer. */
  filing?: "with key" | "without key" | undefined;
};

/** More reports at once than this are a rush. */
const RUSH = 4;
const rush = once("questions of senders", () => ({ filing: 0 }));

/**
 * What a stranger is told of what is known about a question, best first: published notices, claims that are being worked
 * on, and what the desk has decided without a notice; null when it cannot be said just now, which keeps nobody from going on. Of a claim whose wording nobody at
 * the desk has read yet, only those learn who ask the same, and in their own words.
 */
export async function findMatches(question: Question, wanted: Wanted): Promise<Match[] | null> {
  if (!wanted.filing) return inTime(search(question, wanted));
  if (wanted.filing === "without key" && rush.filing >= RUSH) return null;
  rush.filing += 1;
  const matches = await inTime(search(question, wanted)).finally(() => {
    rush.filing -= 1;
  });
  return matches?.filter(({ kind, closing }) => kind === "debunk" || closing) ?? null;
}

async function inTime(matches: Promise<Match[]>): Promise<Match[] | null> {
  const late = new AbortController();
  const giveUp = pause(ANSWER_WITHIN, null, { signal: late.signal, ref: false });
  giveUp.catch(() => {});
  try {
    return await Promise.race([matches, giveUp]);
  } catch (err) {
    log.error({ err }, "a question was not answered");
    return null;
  } finally {
    late.abort();
  }
}

/** Whether the best match answers by itself. */
export const isAnswered = ([best]: readonly Match[]): boolean =>
  best?.kind === "debunk" && best.level === "same";

const claimSelect = {
  id: true,
  wording: true,
  status: true,
  closedFrom: true,
  closingChannel: true,
  debunk: {
    select: { slug: true, title: true, titleEn: true, verdict: true, summary: true, publishedAt: true },
  },
} as const;

const nothing = { texts: [], phashes: [] };

async function search(question: Question, { limit, language }: Wanted): Promise<Match[]> {
  const [index, pictured] = await Promise.all([
    knownSoFar(),
    question.uploadIds?.length ? uploadQuery(question.uploadIds, question.uploadOwner) : nothing,
  ]);
  const { text = "", urls } = question;
  const others = pictured.texts.filter((read) => !text.includes(read));
  const asked = { text: [text, ...others].join("\n").trim(), urls, phashes: pictured.phashes };
  // Twice as many, because some may be nobody's business yet.
  const found = index.search(asked, limit * 2);
  if (found.length === 0) return [];
  const claims = await db.claim.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: claimSelect,
  });
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const matches = found.flatMap(({ id, score, level, why }): Match[] => {
    const claim = byId.get(id);
    if (!claim) return [];
    if (claim.status === "received")
      return level === "same" ? unread(claim, asked.text, { score, level, why }) : [];
    if (isDecided(claim.status)) return decided(claim, asked, { score, level, why }, language);
    const base = { id, claim: claim.wording, state: claim.status, ...gradeOf({ score, level, why }) };
    const { debunk } = claim;
    if (!debunk || !isPublished(claim.status)) return [{ kind: "claim", title: claim.wording, ...base }];
    const english = language === "en" && debunk.titleEn;
    return [
      {
        kind: "debunk",
        slug: debunk.slug,
        title: english || debunk.title,
        verdict: debunk.verdict,
        // What was retracted is nothing to go by.
        ...(claim.status !== "retracted" && { summary: debunk.summary }),
        url: absolute(noticeHref(debunk.slug), language),
        publishedAt: debunk.publishedAt.toISOString(),
        ...base,
      },
    ];
  });
  return withAdvice(matches.slice(0, limit));
}

/** Notices say what one can do as well. */
async function withAdvice(matches: Match[]): Promise<Match[]> {
  const advice = await adviceOf(matches.flatMap(({ slug, summary }) => (slug && summary ? [slug] : [])));
  return matches.map((match) => {
    const said = match.slug && advice.get(match.slug);
    return said ? { ...match, advice: said } : match;
  });
}

type Grade = Pick<Found, "score" | "level" | "why">;

const gradeOf = ({ score, level, why }: Grade) => ({
  score: Math.round(score * 1000) / 1000,
  level,
  why: why.map(({ text }) => text),
});

/** Others have asked the same: their words may hold what they should not have told. */
function unread(claim: { id: string; status: ClaimStatus }, asked: string, grade: Grade): Match[] {
  const words = shorten(redact(asked).text, SHOWN);
  if (words === "") return [];
  const { id, status: state } = claim;
  return [{ kind: "claim", id, claim: words, title: words, state, ...gradeOf(grade) }];
}

type Decided = {
  id: string;
  wording: string;
  status: ClaimStatus;
  closedFrom: ClaimStatus | null;
  closingChannel: OtherChannel | null;
};

/**
 * What everybody is told of a decision; the desk's own note is for those who had reported it. Its wording was read by a
 * person only where the claim had been taken up before.
 */
function decided(claim: Decided, asked: MatchQuery, grade: Grade, language: Locale): Match[] {
  const { id, status: state, closedFrom, closingChannel: channel } = claim;
  if (!isDecided(state)) return [];
  const own = shorten(redact(asked.text || (asked.urls?.[0] ?? "")).text, SHOWN);
  const words = closedFrom === "received" ? own : claim.wording;
  if (words === "") return [];
  const closing = { note: closingText(state, language), channel };
  return [{ kind: "claim", id, claim: words, title: words, state, closing, ...gradeOf(grade) }];
}

/** How much of somebody's own words is repeated to them. */
const SHOWN = 120;
