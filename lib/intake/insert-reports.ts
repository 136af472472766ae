import type { Locale } from "#lib/i18n/locale";
import type { Tx } from "#lib/platform/db";
import type { Redactions } from "#lib/wording/redaction";
import type { ReportChannel, SeenOn } from "./schema.ts";
import type { Suspicion } from "./suspicion.ts";

/** A report as it is stored: redacted, with keyed hashes in place of what is secret. */
export type NewReportRow = {
  id: string;
  receiptHash: Buffer;
  idempotencyHash: Buffer | null;
  payloadHash: Buffer;
  text: string;
  urls: string[];
  seenOn: SeenOn | null;
  seenAt: Date | null;
  note: string | null;
  topicId: string | null;
  divisionCode: string | null;
  locale: Locale;
  channel: ReportChannel;
  memberId: string | null;
  suspicion: Suspicion | null;
  uploadIds: readonly string[];
  redactions: Redactions;
  submittedAt: Date;
};

/**
 * Stores reports and tells the ids of those that are new; one with a receipt or key that is known is left out. By hand,
 * because composing a Prisma statement of many rows costs four times what the database does with it.
 */
export async function insertReports(tx: Tx, rows: readonly NewReportRow[]): Promise<Set<string>> {
  const json = JSON.stringify(rows.map(toColumns));
  const stored = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO reports (id, receipt_hash, idempotency_hash, payload_hash, text, urls, seen_on, seen_at, note,
      topic_id, division_code, locale, channel, member_id, suspicion, upload_count, redactions, submitted_at)
    SELECT id, receipt_hash, idempotency_hash, payload_hash, text, urls, seen_on, seen_at, note,
      topic_id, division_code, locale, channel, member_id, suspicion, upload_count, redactions, submitted_at
    FROM json_populate_recordset(NULL::reports, ${json}::json)
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return new Set(stored.map(({ id }) => id));
}

const bytes = (hash: Buffer): string => `\\x${hash.toString("hex")}`;

const toColumns = (row: NewReportRow) => ({
  id: row.id,
  receipt_hash: bytes(row.receiptHash),
  idempotency_hash: row.idempotencyHash && bytes(row.idempotencyHash),
  payload_hash: bytes(row.payloadHash),
  text: row.text,
  urls: row.urls,
  seen_on: row.seenOn,
  seen_at: row.seenAt,
  note: row.note,
  topic_id: row.topicId,
  division_code: row.divisionCode,
  locale: row.locale,
  channel: row.channel,
  member_id: row.memberId,
  suspicion: row.suspicion,
  upload_count: row.uploadIds.length,
  redactions: row.redactions,
  submitted_at: row.submittedAt,
});
