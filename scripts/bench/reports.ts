import pg from "pg";
import type { Shots } from "./fire.ts";
import type { Site } from "./site.ts";
import { compare, largest, type Stage } from "./stage.ts";
import { textOf } from "./texts.ts";

const path = "/api/v1/reports";
const headers = { "content-type": "application/json" };
const places = ["wechat", "weibo", "douyin", "sms"];
const LONGEST = 500;
/** One report in so many says something new; the others repeat one rumor. */
const NEW = 5;

/** What everybody asks these days: a notice about it was published. */
const rumor = textOf(20).report;

let turn = 0;

/** Reports as citizens file them; one in four leaves a telephone number. */
function reports() {
  const counts = { heard: 0, filled: 0 };
  const hear = (isRumor: boolean) => (answer: string) => {
    // Nobody can say of a new text whether something should have been found.
    const says = /"matched":(true|false)/.exec(answer)?.[1];
    if (!isRumor && says === undefined) return;
    counts.heard += 1;
    const found = !isRumor || !answer.includes('"matches":[]');
    if (says !== "false" && found) counts.filled += 1;
  };
  const shots: Shots = () => {
    const number = turn++;
    const isRumor = number % NEW !== 0;
    const contact = number % 4 === 0 ? { contact: { phone: `138${String(number).padStart(8, "0")}` } } : {};
    const text = isRumor ? rumor : newText(number);
    const body = JSON.stringify({ text, seenOn: places[number % 4], ...contact });
    return { method: "POST", path, headers, body, heard: hear(isRumor) };
  };
  return { shots, filled: () => counts.filled / counts.heard };
}

/** Of any length up to the longest, and said by nobody before. */
function newText(number: number): string {
  const length = 40 + ((number * 131) % (LONGEST - 40));
  let text = "";
  for (let part = 0; text.length < length; part++) text += textOf(60_000_000 + number * 10 + part).report;
  return [...text].slice(0, length).join("");
}

/** Reports that are on disk before they are answered, with nobody at work, at both numbers of connections. */
export async function measureReports(stage: Stage): Promise<void> {
  const { size, site } = largest(stage);
  for (const connections of [32, 128]) {
    const { shots, filled } = reports();
    await compare(stage, {
      what: `report, ${connections} connections`,
      against: "node:http, zod, one row",
      size,
      connections,
      reference: { server: stage.reference, shots: reports().shots },
      target: { server: site, shots },
      promises: {
        throughput: { atLeast: 0.3 },
        p99: { atMost: 2 },
        ...(connections === 32 && { filled: { atLeast: 0.99 } }),
      },
      filled,
      after: () => emptyQueue(site),
    });
  }
}

/** The same where one process does both, as `npm start` does, against the process that leaves the work alone. */
export async function measureReportsBesideWorker(stage: Stage, working: Site): Promise<void> {
  const { size, site } = largest(stage);
  for (const connections of [32, 128]) {
    const { shots, filled } = reports();
    await compare(stage, {
      what: `report, ${connections} connections, working off`,
      against: "the same without",
      size,
      connections,
      reference: { server: site, shots: reports().shots },
      target: { server: working, shots },
      promises: { throughput: { atLeast: 0.5 } },
      filled,
      after: () => Promise.all([emptyQueue(site), emptyQueue(working)]),
      countsStatements: false,
    });
  }
}

/** What the worker has not taken up yet would slow the next reference down, which has nothing to do with it. */
async function emptyQueue({ databaseUrl }: Site): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("DELETE FROM pgboss.job WHERE state < 'active'");
  for (let time = 0; time < 50; time++) {
    const { rows } = await client.query("SELECT FROM pgboss.job WHERE state = 'active' LIMIT 1");
    if (rows.length === 0) break;
    await client.query("SELECT pg_sleep(0.1)");
  }
  await client.end();
}
