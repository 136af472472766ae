import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { placeReport } from "#lib/claims/reports/place-report";
import { submitReport } from "#lib/intake/submit-report";
import { days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { readyReference } from "#seed/reference";

beforeAll(readyReference);

const run = promisify(execFile);
const runChore = (name: string, env: Record<string, string> = {}) =>
  run(process.execPath, ["scripts/run-chore.ts", name], { env: { ...process.env, ...env } });

it("runs a chore that is due only when the clock has moved on", { timeout: 120_000 }, async () => {
  const text = "一个月以后就不用再找他了";
  await submitReport({ text, contact: { email: "a@example.org" } }, { channel: "web", locale: "zh-CN" });
  await placeReport((await db.report.findFirstOrThrow({ where: { text } })).id);
  await db.claim.updateMany({
    where: { wording: text },
    data: { status: "opinion", closedFrom: "received", closedAt: now(), closingNote: "看法" },
  });
  const CLOCK_OFFSET_FILE = join(tmpdir(), "chore-offset");

  writeFileSync(CLOCK_OFFSET_FILE, String(days(29)));
  await runChore("deleteOldContacts", { CLOCK_OFFSET_FILE });
  expect(await db.reportContact.count()).toBe(1);

  writeFileSync(CLOCK_OFFSET_FILE, String(days(31)));
  await runChore("deleteOldContacts", { CLOCK_OFFSET_FILE });
  expect(await db.reportContact.count()).toBe(0);
  const told = await db.event.findFirstOrThrow({ where: { type: "contact.deleted" } });
  expect(told.at.getTime()).toBeGreaterThan(Date.now() + days(30));
});

it("names all chores when it is given none of them", { timeout: 120_000 }, async () => {
  const { stderr } = await runChore("toString").catch((error: { stderr: string }) => error);
  expect(stderr).toContain("sendNotifications");
  expect(stderr).toContain("dropUploads");
});

it("refuses to move the clock where people come from outside", { timeout: 120_000 }, async () => {
  const settings = { CLOCK_OFFSET_FILE: "/tmp/offset", SITE_URL: "https://py.example" };
  const { stderr } = await runChore("dropUploads", settings).catch((error: { stderr: string }) => error);
  expect(stderr).toMatch(/^CLOCK_OFFSET_FILE should be unset where SITE_URL is not/);
});
