import { setTimeout as pause } from "node:timers/promises";
import { type ClaimStatus, isPublished } from "#lib/claims/status";
import { uploadQuery } from "#lib/files/upload-queries";
import type { Locale } from "#lib/i18n/locale";
import type { Verdict } from "#lib/investigation/vocabulary";
import { knownClaims } from "#lib/matching/known-claims";
import type { Level } from "#lib/matching/level";
import type { MatchQuery } from "#lib/matching/live-index";
import type { Match as Found } from "#lib/matching/match-index";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { shorten } from "#lib/platform/text";
import { redact } from "#lib/wording/redaction";

/** A notice, or a claim that is being worked on, about what somebody asked. */
export type Match = {
  kind: "debunk" | "claim";
  /** The claim's, for both kinds. */
  id: string;
  slug?: string;
  /** The claim as a sentence. */
  claim: string;
  title: string;
  verdict?: Verdict;
  state: ClaimStatus;
  /** The chance that it is the same claim, 0–1. */
  score: number;
  level: Level;
  /** The stretches of the question whose words it has too. */
  why: string[];
  url?: string;
  publishedAt?: string;
};

/** What is asked, with files that whoever asks has sent before. */
type Question = MatchQuery & {
  uploadIds?: readonly string[] | undefined;
  /** The secret of this browser's uploads. */
  uploadOwner?: string | undefined;
};

type Options = { limit?: number; language?: Locale };

/** Whoever asks goes on without an answer after this time (ui.md, "as you type"). */
const PATIENCE = 2_000;

/**
 * What is known about a question, best first: published notices, and claims that are being worked on.
 * Of a claim whose wording nobody at the desk has read yet, only those learn who ask the same, and in their own words.
 * @throws AppError UNAVAILABLE when there is no answer within two seconds
 */
export async function findMatches(question: Question, options: Options = {}): Promise<Match[]> {
  const late = new AbortController();
  const giveUp = pause(PATIENCE, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new AppError("UNAVAILABLE");
  });
  giveUp.catch(() => {});
  try {
    return await Promise.race([search(question, options), giveUp]);
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
  debunk: { select: { slug: true, title: true, titleEn: true, verdict: true, publishedAt: true } },
} as const;

const nothing = { texts: [], phashes: [] };

async function search(question: Question, { limit = 5, language = "zh-CN" }: Options): Promise<Match[]> {
  const [index, pictured] = await Promise.all([
    knownClaims(),
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
        url: `${config.SITE_URL}${language === "en" ? "/en" : ""}/debunks/${debunk.slug}`,
        publishedAt: debunk.publishedAt.toISOString(),
        ...base,
      },
    ];
  });
  return matches.slice(0, limit);
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

/** How much of somebody's own words is repeated to them. */
const SHOWN = 120;
