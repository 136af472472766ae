import { performance } from "node:perf_hooks";
import pg from "pg";
import { PlainBm25 } from "../matching/plain-bm25.ts";
import { mirror } from "./references.ts";
import { resultOf } from "./result.ts";
import { type Figures, inTurns, percentiles, run } from "./rounds.ts";
import type { Site } from "./site.ts";
import { ask, compare, type Stage } from "./stage.ts";
import { questionOf, textOf } from "./texts.ts";

const path = "/api/v1/match";
const headers = { "content-type": "application/json" };

/** What people ask: messages that repeat a claim, a few words of one, and messages about nothing that is known. */
const questions = Array.from({ length: 300 }, (_, index) => {
  const kinds = [textOf(index * 31 + 1).report, questionOf(index + 1), textOf(50_000_000 + index).report];
  return kinds[index % kinds.length] ?? "";
});
const shots = questions.map((text) => ({
  method: "POST" as const,
  path,
  headers,
  body: JSON.stringify({ text }),
}));

/** Matching by itself against plain bigram BM25 in process, and under load against a server that answers the same. */
export async function measureMatch(stage: Stage): Promise<void> {
  for (const [size, site] of stage.sites) {
    await measureAlone(stage, site, size);
    await mirror(site, stage.reference, shots.slice(0, 1));
    const reference = { server: stage.reference, shots };
    const under = { what: "match, 32 connections", against: "node:http, same bytes", connections: 32 };
    await compare(stage, { ...under, size, reference, target: { server: site, shots } });
  }
}

/** One question after the other, so that what is measured is the answering and not the waiting. */
async function measureAlone(stage: Stage, site: Site, size: number): Promise<void> {
  const bm25 = new PlainBm25(await readNotices(site));
  const load = { server: site, connections: 1, shots };
  await ask({ server: site, shots });
  const pairs = await inTurns(
    async (seconds) => searchPlainly(bm25, seconds),
    (seconds) => run(load, seconds, stage.postgresPid),
    stage,
  );
  const queries = await stage.countStatements(site.databaseUrl, () => ask({ server: site, shots }));
  const subject = { what: "match, one at a time", against: "plain bigram BM25 in process", size, queries };
  const promises = { p95: { atMost: size > 100_000 ? 25 : 15, as: size > 100_000 ? "≤ 25 ms" : "≤ 15 ms" } };
  stage.report(resultOf({ ...subject, promises }, pairs));
}

function searchPlainly(bm25: PlainBm25, seconds: number): Figures {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const started = performance.now();
  while (performance.now() - started < seconds * 1000) {
    const before = performance.now();
    bm25.search(questions[times.length % questions.length] ?? "", 5);
    times.push(performance.now() - before);
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: (times.length * 1000) / (performance.now() - started),
    ...percentiles(times),
    webCpu: (user + system) / 1000 / times.length,
    postgresCpu: 0,
    asking: 0,
  };
}

/** What the web server matches against, with the same words. */
async function readNotices({ databaseUrl }: Site): Promise<{ id: string; title: string; body: string }[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(`
    SELECT claim.id, coalesce(debunk.title, claim.wording) AS title, coalesce(debunk.summary, '') AS body
    FROM claims claim LEFT JOIN debunks debunk ON debunk.claim_id = claim.id
    WHERE claim.closed_at IS NULL AND debunk.status IS DISTINCT FROM 'retracted'`);
  await client.end();
  return rows;
}
