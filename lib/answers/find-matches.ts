import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { loadClosingText } from "#lib/claims/closing-texts";
import { type ClaimStatus, isDecided, isPublished, type OtherChannel } from "#lib/claims/status";
import { uploadQuery } from "#lib/files/upload-queries";
import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import type { Locale } from "#lib/i18n/locale";
import { knownSoFar } from "#lib/matching/known-claims";
import type { MatchQuery } from "#lib/matching/known-texts";
import type { Match as Found } from "#lib/matching/match";
import { searchLately } from "#lib/matching/search-lately";
import { elapsed } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import { shorten } from "#lib/platform/text";
import { adviceOf } from "#lib/publishing/queries";
import { redact } from "#lib/wording/redaction";
import { ANSWER_WITHIN, FILING_WITHIN } from "./bounds.ts";
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
  /** Asked while filing a report, which comes first: answers alone, and soon, except under a key: the same key gets the same answer. */
  filing?: "with key" | "without key" | undefined;
};

/**
 * What a stranger is told of what is known about a question, best first: published notices, claims that are being worked
 * on, and what the desk has decided without a notice; null when it cannot be said just now, which keeps nobody from going on. Of a claim whose wording nobody at
 * the desk has read yet, only those learn who ask the same, and in their own words.
 */
export async function findMatches(question: Question, wanted: Wanted): Promise<Match[] | null> {
  const patience = wanted.filing === "without key" ? FILING_WITHIN : ANSWER_WITHIN;
  const matches = await inTime(
    wanted.filing ? answersTo(question, wanted, patience) : search(question, wanted, patience),
    patience,
  );
  if (!wanted.filing) return matches;
  return matches?.filter(({ kind, closing }) => kind === "debunk" || closing) ?? null;
}

/** What senders were answered in the last second, each question by a hash of it: in a storm thousands send the same. */
const answers = once(
  "answers to senders",
  () => new LRUCache<string, Promise<Match[] | null>>({ max: 1_000, ttl: 1_000 }),
);

/** Answers as a second ago, unless a notice or a decision has changed since: nothing else is told to a sender. */
async function answersTo(question: Question, wanted: Wanted, patience: number): Promise<Match[] | null> {
  if (question.uploadIds?.length) return search(question, wanted, patience);
  const { text, urls } = question;
  const { changed } = await knownSoFar();
  const asked = JSON.stringify([text, urls, wanted, changed.answers]);
  const key = hash("sha256", asked, "base64");
  const known = answers.get(key);
  if (known) return known;
  const answer = search(question, wanted, patience);
  answers.set(key, answer);
  // Whoever asks after an answer that did not come is looked up anew.
  const forget = () => void (answers.peek(key) === answer && answers.delete(key));
  answer.then((matches) => matches === null && forget(), forget);
  return answer;
}

async function inTime(matches: Promise<Match[] | null>, patience: number): Promise<Match[] | null> {
  let timer: NodeJS.Timeout | undefined;
  const giveUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience).unref();
  });
  try {
    return await Promise.race([matches, giveUp]);
  } catch (err) {
    log.error({ err }, "a question was not answered");
    return null;
  } finally {
    clearTimeout(timer);
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

/** So many are on their way to the known texts and back, which are asked one after the other: there is always a next one. */
const AT_ONCE = 4;

const turns = once("turns of searches", () => pLimit(AT_ONCE));

/** What a look finds; null when its turn does not come in time. */
function inTurn<Result>(look: () => Promise<Result>, patience: number): Promise<Result | null> {
  const until = elapsed() + patience;
  return turns(async () => (elapsed() > until ? null : look()));
}

async function search(
  question: Question,
  { limit, language, filing }: Wanted,
  patience: number,
): Promise<Match[] | null> {
  const [index, pictured] = await Promise.all([
    knownSoFar(),
    question.uploadIds?.length ? uploadQuery(question.uploadIds, question.uploadOwner) : nothing,
  ]);
  const { text = "", urls } = question;
  const others = pictured.texts.filter((read) => !text.includes(read));
  const asked = { text: [text, ...others].join("\n").trim(), urls, phashes: pictured.phashes };
  // Twice as many, because some may be nobody's business yet.
  const look = () => (filing ? searchLately(index, asked, limit * 2) : index.search(asked, limit * 2));
  const found = await inTurn(look, patience);
  if (found === null) return null;
  if (found.length === 0) return [];
  const claims = await db.claim.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: claimSelect,
  });
  const closingText = await loadClosingText();
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const matches = found.flatMap(({ id, score, level, why }): Match[] => {
    const claim = byId.get(id);
    if (!claim) return [];
    if (claim.status === "received")
      return level === "same" ? unread(claim, asked.text, { score, level, why }) : [];
    if (isDecided(claim.status)) {
      const note = closingText(claim.status, language);
      return decided(claim, asked, { score, level, why }, note);
    }
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
function decided(claim: Decided, asked: MatchQuery, grade: Grade, note: string): Match[] {
  const { id, status: state, closedFrom, closingChannel: channel } = claim;
  if (!isDecided(state)) return [];
  const own = shorten(redact(asked.text || (asked.urls?.[0] ?? "")).text, SHOWN);
  const words = closedFrom === "received" ? own : claim.wording;
  if (words === "") return [];
  const closing = { note, channel };
  return [{ kind: "claim", id, claim: words, title: words, state, closing, ...gradeOf(grade) }];
}

/** How much of somebody's own words is repeated to them. */
const SHOWN = 120;
