import pg from "pg";
import { encodeCursor } from "#lib/platform/cursor";
import type { Site } from "./site.ts";
import { ask, compare, keepBody, type Stage } from "./stage.ts";
import { questionOf, textOf } from "./texts.ts";

const path = "/api/v1/debunks";
const DEPTH = 10_000;
const connections = 32;
const bare = { against: "bare handler", connections };

/** The API's list, unfiltered, filtered and deep, against a handler that answers the same bytes. */
export async function measureLists(stage: Stage): Promise<void> {
  for (const [size, site] of stage.sites) {
    const lists = {
      "list, 20 newest": [{ path }],
      "list, filtered": filters(),
      [`list, ${Math.min(DEPTH, size - 50).toLocaleString("en")} deep`]: [
        { path: `${path}?cursor=${await cursorAt(site, Math.min(DEPTH, size - 50))}` },
      ],
    };
    for (const [what, shots] of Object.entries(lists)) {
      const target = { site, shots };
      await keepBody(site, await ask(target));
      const reference = { site, shots: [{ path: "/bench/body.json" }] };
      await compare(stage, {
        ...bare,
        what,
        size,
        reference,
        target,
        promises: { throughput: { atLeast: 0.7 } },
      });
    }
  }
}

/** Search in Chinese against the unfiltered list. */
export async function measureSearch(stage: Stage): Promise<void> {
  const questions = Array.from({ length: 200 }, (_, index) => questionOf(index + 1));
  const shots = questions.map((question) => ({ path: `${path}?q=${encodeURIComponent(question)}` }));
  for (const [size, site] of stage.sites) {
    await compare(stage, {
      what: "search",
      against: "list, 20 newest",
      size,
      connections,
      reference: { site, shots: [{ path }] },
      target: { site, shots },
      promises: { throughput: { atLeast: 0.5 } },
    });
  }
}

/** By topic, by place, by verdict, and by topic and place together. */
const filters = () =>
  Array.from({ length: 40 }, (_, index) => {
    const { topic, divisionPath } = textOf(index + 1);
    const division = divisionPath[1] ?? "510000";
    const [one = ""] = [`topic=${topic}`, `division=${division}`, "verdict=false"].slice(index % 3);
    return { path: `${path}?${index % 4 === 0 ? `topic=${topic}&division=${division}` : one}` };
  });

async function cursorAt({ databaseUrl }: Site, depth: number): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    "SELECT id, published_at FROM debunks ORDER BY published_at DESC, id DESC OFFSET $1 LIMIT 1",
    [depth],
  );
  await client.end();
  return encodeCursor({ id: rows[0].id, at: rows[0].published_at });
}
