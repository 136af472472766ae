import { Prisma, type Tx } from "#lib/platform/db";
import type { MatchKind } from "./match.ts";

/** A claim as the index knows it, with everything that people have confirmed to be the same. */
export type KnownClaim = {
  id: string;
  kind: MatchKind;
  /** Of its notice. */
  slug: string | null;
  title: string;
  wording: string;
  body: string;
  aliases: string[];
  urls: string[];
  phashes: string[];
  /** Its topic or the desk says that lives may be at stake. */
  isGrave: boolean;
  /** The claims that were merged into it or closed because its notice answers them. */
  joinedIds: string[];
};

type Which = { before: string; limit: number } | { ids: readonly string[] };

/**
 * Claims that can answer or be joined: neither retracted nor closed, except by a decision that is everybody's (the same
 * states as in lib/claims/status.ts), the newest first. Named by their own ids,
 * or by those of claims that were joined to them. Its aliases are the English title, the first report and those that a
 * person confirmed, and the same of the claims that were joined to it; at most twenty, so that a row stays small.
 */
export async function readEntries(tx: Tx, which: Which): Promise<KnownClaim[]> {
  const chosen =
    "ids" in which
      ? Prisma.sql`claim.id IN (
          SELECT coalesce(answer.claim_id, named.shared_id)
          FROM claims named LEFT JOIN debunks answer ON answer.id = named.answered_by_id
          WHERE named.id = ANY(${[...which.ids]}::uuid[]))`
      : Prisma.sql`claim.id < ${which.before}::uuid`;
  const limit = "ids" in which ? Prisma.empty : Prisma.sql`LIMIT ${which.limit}`;
  return tx.$queryRaw<KnownClaim[]>`
    SELECT claim.id::text, debunk.slug,
      CASE WHEN claim.closed_at IS NOT NULL THEN 'decision' WHEN debunk.id IS NULL THEN 'claim' ELSE 'debunk' END AS kind,
      coalesce(debunk.title, claim.wording) AS title, claim.wording,
      claim.urgency = 'P0' OR coalesce(topic.default_urgency = 'P0', false) AS "isGrave",
      coalesce(debunk.summary, '') AS body,
      array_remove(ARRAY[debunk.title_en], NULL)
        || coalesce(joined.wordings, '{}') || coalesce(confirmed.texts, '{}') AS aliases,
      coalesce(confirmed.urls, '{}') AS urls,
      coalesce(confirmed.phashes, '{}') AS phashes,
      coalesce(joined.ids::text[], '{}') AS "joinedIds"
    FROM (SELECT * FROM claims claim WHERE ${chosen}
      AND (claim.closed_at IS NULL OR claim.status IN ('opinion', 'not-checkable', 'other-channel')) ORDER BY claim.id DESC ${limit}) claim
    LEFT JOIN debunks debunk ON debunk.claim_id = claim.id
    LEFT JOIN topics topic ON topic.id = claim.topic_id
    LEFT JOIN LATERAL (
      SELECT array_agg(other.id) AS ids, (array_agg(other.wording))[1:10] AS wordings
      FROM (
        SELECT id, wording FROM claims WHERE merged_into_id = claim.id
        UNION ALL
        SELECT id, wording FROM claims WHERE answered_by_id = debunk.id) other) joined ON true
    LEFT JOIN LATERAL (
      SELECT (array_agg(report.text) FILTER (WHERE report.text NOT IN ('', '〔原文已隐去〕')))[1:20] AS texts,
        array_agg(DISTINCT link) FILTER (WHERE link IS NOT NULL) AS urls,
        array_agg(DISTINCT upload.phash) FILTER (WHERE upload.phash IS NOT NULL) AS phashes
      FROM (
        SELECT report_id FROM claim_reports
        WHERE claim_id = ANY(array_append(joined.ids, claim.id)) AND reason <> 'matched'
        UNION
        SELECT suggestion.report_id FROM match_suggestions suggestion
        JOIN match_decisions decision ON decision.suggestion_id = suggestion.id AND decision.verdict = 'accepted'
        JOIN claim_reports ON claim_reports.report_id = suggestion.report_id
        WHERE suggestion.claim_id = claim.id
          AND claim_reports.claim_id = ANY(array_append(joined.ids, claim.id))) chosen
      JOIN reports report ON report.id = chosen.report_id
      LEFT JOIN LATERAL unnest(report.urls) link ON true
      LEFT JOIN report_uploads brought ON brought.report_id = report.id
      LEFT JOIN uploads upload ON upload.id = brought.upload_id) confirmed ON true
    WHERE debunk.status IS DISTINCT FROM 'retracted'
    ORDER BY claim.id DESC`;
}
