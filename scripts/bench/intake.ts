import pg from "pg";
import type { Site } from "./site.ts";
import { compare, type Stage } from "./stage.ts";
import { textOf } from "./texts.ts";

const promises = { throughput: { atLeast: 0.75 }, cpu: { atMost: 1.4 }, p99: { atMost: 1.5 } };
const headers = { "content-type": "application/json" };
const places = ["wechat", "weibo", "douyin", "sms"];

/** Reports as citizens file them; one in four leaves a telephone number. */
const bodies = Array.from({ length: 200 }, (_, index) => {
  const { report, topic, division } = textOf(index + 1);
  const contact = index % 4 === 0 ? { contact: { phone: `1380000${String(index).padStart(4, "0")}` } } : {};
  return JSON.stringify({ text: report, topic, division, seenOn: places[index % 4], ...contact });
});
const shotsTo = (path: string) => bodies.map((body) => ({ method: "POST" as const, path, headers, body }));

/** Report intake at both numbers of connections, with the worker in a process of its own. */
export async function measureIntake(stage: Stage): Promise<void> {
  for (const [size, site] of stage.sites) await measureAt(stage, site, size, false);
}

/** The same where one process does both, as `npm start` does; the worker competes with the web server. */
export const measureIntakeBesideWorker = (stage: Stage, site: Site, size: number): Promise<void> =>
  measureAt(stage, site, size, true);

async function measureAt(stage: Stage, site: Site, size: number, works: boolean): Promise<void> {
  for (const connections of [32, 128]) {
    await compare(stage, {
      what: `report intake, ${connections} connections${works ? ", working it off too" : ""}`,
      against: "bare handler",
      size,
      connections,
      reference: { site, shots: shotsTo("/bench/report.json") },
      target: { site, shots: shotsTo("/api/v1/reports") },
      promises,
      after: () => emptyQueue(site),
      countsStatements: !works,
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
