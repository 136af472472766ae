import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerUrl } from "#lib/platform/testing/as-owner";
import {
  applyMigrations,
  migrationsDirectory,
  readMigrations,
} from "../../../scripts/migrate/apply-migrations.ts";

const own = basename(import.meta.dirname);
const name = `${new URL(ownerUrl()).pathname.slice(1)}_carry_over`;
const url = Object.assign(new URL(ownerUrl()), { pathname: name }).href;
const admin = new pg.Client({ connectionString: ownerUrl() });
const client = new pg.Client({ connectionString: url });

/** Every number of hours after the first report. */
const at = (hours: number) => new Date(Date.UTC(2026, 9, 10) + hours * 3_600_000);
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

beforeAll(async () => {
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  const before = await mkdtemp(join(tmpdir(), "bianzhen-before-"));
  const { migrationDirectories } = await readMigrations(migrationsDirectory);
  for (const { path } of migrationDirectories)
    if (path < own) await cp(join(migrationsDirectory, path), join(before, path), { recursive: true });
  await applyMigrations(url, before);
  await client.connect();
  await fill();
  await cp(import.meta.dirname, join(before, own), { recursive: true });
  expect(await applyMigrations(url, before)).toEqual([own]);
});
afterAll(async () => {
  await client.end();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
});

async function insert(table: string, row: Record<string, unknown>) {
  const values = Object.keys(row).map((_, index) => `$${index + 1}`);
  await client.query(
    `insert into ${table} (${Object.keys(row).join(", ")}) values (${values.join(", ")})`,
    Object.values(row),
  );
}

const claim = (n: number, status: string, more: Record<string, unknown> = {}) =>
  insert("claims", {
    id: id(n),
    wording: "一句话",
    status,
    urgency: "P2",
    search_tokens: [],
    created_at: at(0),
    last_reported_at: at(0),
    updated_at: at(9),
    triage_due_at: at(4),
    first_word_due_at: at(24),
    verdict_due_at: at(48),
    ...more,
  });

async function fill() {
  // Neither members nor the steps between are of interest here.
  await client.query("set session_replication_role = replica");
  await claim(1, "received");
  await claim(2, "verifying", { first_word_due_at: null });
  await insert("events", {
    id: id(900),
    type: "claim.triaged",
    at: at(2),
    actor_kind: "system",
    claim_id: id(2),
    subject_id: id(2),
    data: {},
  });
  await claim(3, "verifying", { side_state: "waiting-evidence", side_reason: "等检测", side_since: at(10) });
  await claim(4, "received", { suspicion: "burst" });
  const closed = { closed_from: "received", closed_at: at(3), closing_note: "这是看法。" };
  await claim(5, "opinion", closed);
  await claim(6, "duplicate", { ...closed, closed_from: "triaged", merged_into_id: id(1) });
  await claim(7, "published");
  await insert("debunks", {
    id: id(700),
    claim_id: id(7),
    slug: "seven",
    status: "published",
    current_version: 1,
    verdict: "false",
    title: "不实",
    summary: "不实",
    topic_id: "health",
    division_codes: [],
    search_tokens: [],
    published_at: at(30),
    updated_at: at(30),
  });
  const work = { member_id: "sc-piyao", offered_at: at(5), due_at: at(48) };
  await insert("assignments", {
    ...work,
    id: id(20),
    claim_id: id(2),
    purpose: "verify",
    status: "accepted",
  });
  await insert("assignments", { ...work, id: id(30), claim_id: id(3), purpose: "verify", status: "offered" });
  await insert("assignments", {
    ...work,
    id: id(21),
    claim_id: id(2),
    purpose: "write",
    status: "returned",
    responded_at: at(6),
    return_reason: "人手不足",
  });
}

/** A clock in a line: its kind, used and allowed hours, and where it stands. */
async function clocksOf(claimId: string, assignmentId: string | null = null) {
  const { rows } = await client.query(
    "select * from clocks where claim_id = $1 and assignment_id is not distinct from $2 order by budget_ms",
    [claimId, assignmentId],
  );
  const hour = (time: Date) => (time.getTime() - at(0).getTime()) / 3_600_000;
  return rows.map((row) => {
    const used = `${row.kind} ${row.used_ms / 3_600_000}/${row.budget_ms / 3_600_000}`;
    if (row.stopped_at) return `${used} ${row.stop_reason} at ${hour(row.stopped_at)}`;
    if (row.pause_reason) return `${used} ${row.pause_reason}`;
    return `${used} running since ${hour(row.running_since)}, due at ${hour(row.due_at)}`;
  });
}

it.each([
  [
    1,
    [
      "triage 0/4 running since 0, due at 4",
      "first-word 0/24 running since 0, due at 24",
      "verdict 0/48 running since 0, due at 48",
    ],
  ],
  [2, ["triage 2/4 done at 2", "verdict 0/48 running since 0, due at 48"]],
  [3, ["triage 9/4 done at 9", "first-word 10/24 waiting-evidence", "verdict 10/48 waiting-evidence"]],
  [4, ["triage 0/4 kept-apart", "first-word 0/24 kept-apart", "verdict 0/48 kept-apart"]],
  [5, ["triage 3/4 closed at 3", "first-word 3/24 closed at 3", "verdict 3/48 closed at 3"]],
  [6, ["triage 3/4 done at 3", "first-word 3/24 merged at 3", "verdict 3/48 merged at 3"]],
  [7, ["triage 30/4 done at 30", "first-word 30/24 done at 30", "verdict 30/48 done at 30"]],
])("keeps what was promised to claim %i", async (n, clocks) => {
  expect(await clocksOf(id(n))).toEqual(clocks);
});

it("keeps what members were asked for", async () => {
  expect(await clocksOf(id(2), id(20))).toEqual(["verdict 0/43 running since 5, due at 48"]);
  expect(await clocksOf(id(2), id(21))).toEqual(["verdict 1/43 returned at 6"]);
  expect(await clocksOf(id(3), id(30))).toEqual(["verdict 5/43 waiting-evidence"]);
});
