import type { Tx } from "#lib/platform/db";
import { firstOf, lengthOf } from "#lib/platform/text";
import { privateSpans } from "#lib/wording/private-spans";
import { redact } from "#lib/wording/redaction";

const MOST = 10;
const LONGEST = 200;

/**
 * How the desk has worded a claim, the published words first: then its own, earlier ones, and those of claims that were
 * joined to it. What was only taken over from a report is left out, as is whatever could tell of somebody private.
 */
export async function labelWordings(
  tx: Tx,
  { claimId, joinedIds, claimed }: { claimId: string; joinedIds: readonly string[]; claimed: string },
): Promise<string[]> {
  const ids = [claimId, ...joinedIds];
  const rows = await tx.$queryRaw<{ wording: string }[]>`
    SELECT said.wording
    FROM (
      SELECT wording, CASE WHEN id = ${claimId}::uuid THEN 0 ELSE 2 END AS rank, created_at AS at
      FROM claims WHERE id = ANY(${ids}::uuid[]) AND (closed_from IS NULL OR closed_from <> 'received')
      UNION ALL
      SELECT wording, 1, replaced_at FROM former_wordings WHERE claim_id = ANY(${ids}::uuid[])) said
    WHERE NOT EXISTS (
      SELECT FROM claim_reports
      JOIN reports report ON report.id = claim_reports.report_id
      LEFT JOIN report_uploads brought ON brought.report_id = report.id
      LEFT JOIN upload_texts read ON read.upload_id = brought.upload_id
      WHERE claim_reports.claim_id = ANY(${ids}::uuid[]) AND strpos(
        regexp_replace(concat_ws(' ', report.text, report.note, read.text), '\\s+', ' ', 'g'),
        rtrim(said.wording, '… ')) > 0)
    ORDER BY rank, at DESC LIMIT ${2 * MOST}`;
  const others = rows
    .map(({ wording }) => redact(wording).text)
    .filter((text) => privateSpans(text).length === 0);
  const all = [claimed, ...others].filter((text) => text !== "").map(clip);
  return [...new Set(all)].slice(0, MOST);
}

const clip = (text: string): string => (lengthOf(text) <= LONGEST ? text : `${firstOf(text, LONGEST - 1)}…`);
