import pg from "pg";
import { encodeCursor } from "#lib/platform/cursor";
import { newId } from "#lib/platform/id";
import type { Shots } from "./fire.ts";
import { mirror } from "./references.ts";
import type { Site } from "./site.ts";
import { compare, largest, type Stage } from "./stage.ts";
import { questionOf, textOf } from "./texts.ts";

const path = "/api/v1/debunks";
const DEPTH = 10_000;
const connections = 32;

const cached = { throughput: { atLeast: 0.5 }, queries: { atMost: 0 } };
const uncached = { throughput: { atLeast: 0.15 }, queries: { atMost: 2 } };

/** The API's list, unfiltered, filtered and deep, against a server that sends the very bytes from memory. */
export async function measureLists(stage: Stage): Promise<void> {
  const { size, site } = largest(stage);
  const depth = Math.min(DEPTH, size - 50);
  const deep = `${depth.toLocaleString("en")} deep`;
  const place = { newest: await timeAt(site, 0), deep: await timeAt(site, depth) };
  const deepPath = `${path}?cursor=${encodeCursor({ at: place.deep, id: newId() })}`;
  const lists: [string, Shots, Shots][] = [
    ["20 newest", [{ path }], anew(() => path, place.newest)],
    ["filtered", filters.map((filter) => ({ path: filter })), anew(nextFilter(), place.newest)],
    [deep, [{ path: deepPath }], anew(() => path, place.deep)],
  ];
  for (const [what, repeated, always] of lists) {
    const kept = typeof repeated === "function" ? [] : repeated;
    await mirror(site, stage.reference, kept);
    const row = { against: "node:http, same bytes", size, connections };
    const reference = { server: stage.reference, shots: kept };
    const target = (shots: Shots) => ({ server: site, shots });
    await compare(stage, {
      ...row,
      what: `list, ${what}, asked before`,
      reference,
      target: target(repeated),
      promises: cached,
    });
    await compare(stage, {
      ...row,
      what: `list, ${what}, never asked`,
      reference,
      target: target(always),
      promises: uncached,
    });
  }
}

/** Search in Chinese against the list that nobody has asked for. */
export async function measureSearch(stage: Stage): Promise<void> {
  const questions = Array.from({ length: 200 }, (_, index) => questionOf(index + 1));
  const shots = questions.map((question) => ({ path: `${path}?q=${encodeURIComponent(question)}` }));
  for (const [size, site] of stage.sites) {
    await compare(stage, {
      what: "search",
      against: "list, 20 newest, never asked",
      size,
      connections,
      reference: { server: site, shots: anew(() => path, await timeAt(site, 0)) },
      target: { server: site, shots },
      promises: { throughput: { atLeast: 0.6 } },
    });
  }
}

/** By topic, by place, by verdict, and by topic and place together. */
const filters = Array.from({ length: 40 }, (_, index) => {
  const { topic, divisionPath } = textOf(index + 1);
  const division = divisionPath[1] ?? "510000";
  const [one = ""] = [`topic=${topic}`, `division=${division}`, "verdict=false"].slice(index % 3);
  return `${path}?${index % 4 === 0 ? `topic=${topic}&division=${division}` : one}`;
});

function nextFilter(): () => string {
  let turn = 0;
  return () => filters[turn++ % filters.length] ?? path;
}

/** Always another address, each for what follows some millisecond before a moment: nothing that is kept answers it. */
function anew(next: () => string, moment: Date): Shots {
  let turn = 0;
  return () => {
    const base = next();
    const cursor = encodeCursor({ at: new Date(moment.getTime() - turn++), id: newId() });
    return { path: `${base}${base.includes("?") ? "&" : "?"}cursor=${cursor}` };
  };
}

/** When the notice was published that stands at this place of the list. */
async function timeAt({ databaseUrl }: Site, depth: number): Promise<Date> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    "SELECT published_at FROM debunks ORDER BY published_at DESC, id DESC OFFSET $1 LIMIT 1",
    [depth],
  );
  await client.end();
  return rows[0].published_at;
}
