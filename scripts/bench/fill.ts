import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { withoutIndexes } from "./indexes.ts";
import { noticeContent } from "./notice.ts";
import { textOf } from "./texts.ts";

const CHUNK = 100_000;

/** Adds claims number `from` to `to`, and as many published notices of other claims, each with two reports. */
export async function fill(databaseUrl: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const [first, last] = [2 * from - 1, 2 * to];
  try {
    // The triggers that guard each step of the work would run for each row; the constraints hold all the same.
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    await client.query("SET work_mem = '256MB'");
    await client.query("SET maintenance_work_mem = '512MB'");
    await copyTexts(client, first, last);
    await withoutIndexes(client, [...tables, ...noticeTables], async () => {
      for (let next = first; next <= last; next += CHUNK)
        await insert(client, next, Math.min(next + CHUNK - 1, last));
    });
    await client.query("DROP TABLE bulk_texts");
    await client.query("VACUUM (ANALYZE)");
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
}

const tables = ["claims", "claim_places", "clocks", "reports", "events", "claim_reports"];
const noticeTables = ["drafts", "draft_versions", "debunks", "debunk_versions"];

/** The made-up part of every row, as it comes out of the generator. */
async function copyTexts(client: pg.Client, first: number, last: number): Promise<void> {
  await client.query(
    `CREATE UNLOGGED TABLE bulk_texts (n int, wording text, report text, title text, summary text, topic text,
      division text, "divisionPath" text[])`,
  );
  const lines = Readable.from(linesOf(first, last), { highWaterMark: 64 });
  await pipeline(lines, client.query(copyFrom("COPY bulk_texts FROM STDIN")));
}

function* linesOf(first: number, last: number): Generator<string> {
  for (let n = first; n <= last; n++) {
    const { wording, report, title, summary, topic, division, divisionPath } = textOf(n);
    const words = [wording, report, title, summary, topic, division].map(escaped);
    yield `${[n, ...words, `{${divisionPath.join(",")}}`].join("\t")}\n`;
  }
}

/** What COPY takes for the end of a value or a line, or for a sign of its own. */
const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (sign) => `\\${{ "\t": "t", "\n": "n", "\r": "r" }[sign] ?? sign}`);

async function insert(client: pg.Client, first: number, last: number): Promise<void> {
  await client.query("BEGIN");
  await client.query(`${staging} WHERE n BETWEEN ${first} AND ${last}`);
  await client.query("ANALYZE bulk");
  await client.query(claims);
  await client.query(clocks);
  await client.query(due);
  await client.query(reports);
  await client.query(notices, [JSON.stringify(noticeContent)]);
  await client.query("COMMIT");
}

/** Odd numbers are claims in work or closed, even ones published; a higher number is older. */
const staging = `
  CREATE TEMP TABLE bulk ON COMMIT DROP AS
  SELECT *, uuidv7(-(n * interval '5 min')) AS id, uuidv7(-(n * interval '5 min')) AS debunk_id,
    date_trunc('milliseconds', now() - n * interval '5 min') AS at,
    CASE
      WHEN n % 2 = 0 THEN (ARRAY['published', 'published', 'published', 'corrected'])[1 + n / 2 % 4]
      ELSE (ARRAY['received', 'received', 'received', 'triaged', 'assigned', 'verifying', 'drafting', 'review-1',
        'opinion', 'opinion', 'not-checkable', 'not-checkable', 'too-vague', 'too-vague', 'opinion', 'too-vague',
        'opinion', 'opinion', 'not-checkable', 'not-checkable', 'too-vague', 'too-vague', 'opinion', 'too-vague',
        'opinion', 'opinion', 'not-checkable', 'not-checkable', 'too-vague', 'too-vague', 'opinion', 'too-vague'
        ])[1 + n / 2 % 32]
    END AS status
  FROM bulk_texts`;

const claims = `
  WITH made AS (
    INSERT INTO claims (id, wording, status, urgency, topic_id, report_count, created_at, updated_at,
      last_reported_at, guessed_from, closed_from, closed_at, closing_note)
    SELECT id, wording, status, 'P' || n % 4, topic, 2, at, at, at, 2,
      CASE WHEN closed THEN 'received' END, CASE WHEN closed THEN at END,
      CASE WHEN closed THEN '感谢提供线索，这里说明处理结果。' END
    FROM bulk, LATERAL (SELECT status IN ('opinion', 'not-checkable', 'too-vague') AS closed) ends
  )
  INSERT INTO claim_places (claim_id, division_code) SELECT id, division FROM bulk`;

/** What is in work is due; the clocks of the others stopped at once. */
const clocks = `
  INSERT INTO clocks (id, claim_id, kind, calendar, started_at, budget_ms, running_since, due_at, stopped_at, stop_reason,
    level, escalates_at)
  SELECT uuidv7(at - now()), id, kind, 'always', at, 3600000 * hours, CASE WHEN goes THEN at END,
    CASE WHEN goes THEN at + hours * interval '1 hour' END, CASE WHEN NOT goes THEN at END,
    CASE WHEN NOT goes THEN 'done' END,
    CASE WHEN goes AND next <= now() THEN 3 ELSE 0 END, CASE WHEN goes AND next > now() THEN next END
  FROM bulk, LATERAL (VALUES
    ('triage', 4, 1, status = 'received'),
    ('verdict', 48, 48, status IN ('received', 'triaged', 'assigned', 'verifying', 'drafting', 'review-1'))
  ) promised (kind, hours, first, goes), LATERAL (SELECT at + first * interval '1 hour' AS next) told`;

/** What the trigger of the clocks would have written. */
const due = `
  UPDATE claims SET due_at = due.at FROM (
    SELECT claim_id, min(clocks.due_at) AS at FROM clocks JOIN bulk ON bulk.id = claim_id GROUP BY claim_id) due
  WHERE claims.id = due.claim_id AND due.at IS NOT NULL`;

const reports = `
  WITH filed AS (
    INSERT INTO reports (id, receipt_hash, payload_hash, text, urls, seen_on, topic_id, division_code, locale, channel,
      redactions, submitted_at)
    SELECT uuidv7(-(n * interval '5 min')), sha256(uuid_send(gen_random_uuid())), sha256(uuid_send(gen_random_uuid())),
      report, '{}', 'wechat', topic, division, 'zh-CN', 'web', '{}', at
    FROM bulk, generate_series(1, 2)
    RETURNING id, submitted_at
  ), counted AS (
    SELECT id, submitted_at, row_number() OVER (PARTITION BY submitted_at) AS copy FROM filed
  ), told AS (
    INSERT INTO events (id, type, at, actor_kind, subject_id, data)
    SELECT uuidv7(submitted_at - now()), 'report.submitted', submitted_at, 'citizen', id::text, '{}' FROM filed
  ), received AS (
    INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
    SELECT uuidv7(at - now()), 'claim.received', at, 'system', id, id::text, '{}' FROM bulk
  )
  INSERT INTO claim_reports (report_id, claim_id, added_at, reason)
  SELECT counted.id, bulk.id, at, CASE copy WHEN 1 THEN 'first' ELSE 'matched' END
  FROM counted JOIN bulk ON bulk.at = counted.submitted_at`;

const notices = `
  WITH published AS (SELECT *, uuidv7() AS draft_id, uuidv7() AS version_id FROM bulk WHERE n % 2 = 0),
  draft AS (
    INSERT INTO drafts (id, claim_id, member_id, kind, status, latest_version, created_at, updated_at)
    SELECT draft_id, id, 'sc-piyao', 'initial', 'published', 1, at, at FROM published
  ), version AS (
    INSERT INTO draft_versions (id, draft_id, number, writer_id, written_at, content)
    SELECT version_id, draft_id, 1, id, at, '{}' FROM published
  ), notice AS (
    INSERT INTO debunks (id, claim_id, slug, status, current_version, verdict, title, summary, topic_id, division_codes,
      published_at, updated_at)
    SELECT debunk_id, id, 'bench-' || n, status, 1,
      (ARRAY['false', 'false', 'false', 'misleading', 'old-news', 'fabricated', 'unproven', 'true'])[1 + n / 2 % 8],
      title, summary, topic, "divisionPath", at, at
    FROM published
  )
  INSERT INTO debunk_versions (id, debunk_id, number, draft_version_id, published_by_id, published_at, content)
  SELECT uuidv7(), debunk_id, 1, version_id, id, at,
    $1::jsonb || jsonb_build_object('title', title, 'summary', summary, 'claimed', '网传：' || wording)
  FROM published`;
