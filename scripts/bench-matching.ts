import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { measureHostile } from "./matching/hostile.ts";
import { PlainBm25 } from "./matching/plain-bm25.ts";
import { type Measured, verdicts } from "./matching/promises.ts";
import {
  bandsOf,
  indexOf,
  measurePairs,
  measureRanking,
  measureSame,
  type Ranking,
  type Search,
} from "./matching/quality.ts";
import { type EvalSet, readSet } from "./matching/read-set.ts";
import { measureColloquial, measureSmall } from "./matching/small.ts";
import { measureSpeed } from "./matching/speed.ts";
import { startTrigrams } from "./matching/trigrams.ts";
import { readCases } from "./text/read-cases.ts";
import { round } from "./verdict.ts";

const usage = `Measures matching on a folder in the format of eval/dev; learns nothing from it.
  --set PATH     the folder
  --cases DIR    a folder of cases, whose outside claims are asked for among the entries
  --json FILE    also writes every figure there
  --sizes LIST   entries at which speed is measured (10000,100000,1000000; none: skip)
  --no-baselines measures neither pg_trgm nor plain BM25`;

const { values } = parseArgs({
  options: {
    set: { type: "string" },
    cases: { type: "string" },
    json: { type: "string" },
    sizes: { type: "string", default: "10000,100000,1000000" },
    baselines: { type: "boolean", default: true },
  },
  allowNegative: true,
});
if (!values.set) {
  console.error(usage);
  process.exit(2);
}

const set = await readSet(values.set);
const measured = await measure(set);
const results = verdicts(measured);
console.table(results.map((row) => ({ ...row, measured: round(row.measured) })));
if (values.json) await writeFile(values.json, JSON.stringify({ ...measured, verdicts: results }, null, 2));
process.exit(results.every(({ kept }) => kept) ? 0 : 1);

async function measure(set: EvalSet): Promise<Measured> {
  const index = indexOf(set);
  const bands = bandsOf(set);
  const rank = (search: Search, names = Object.keys(bands)) => rankBands(bands, names, search);
  const ranking = await rank(({ text, exclude = [] }) =>
    index.rank(index.ask(text), 20 + exclude.length).map(({ id }) => id),
  );
  show("ranking", ranking);
  const shown = await rank(({ text, exclude = [] }) =>
    index.search({ text }, 5 + exclude.length).map(({ id }) => id),
  );
  show("what search shows", shown);

  const [same, pairs] = [measureSame(set, index), measurePairs(set, index)];
  show("same", { same });
  show("pairs", { pairs });
  const small = measureSmall(set);
  show("small indexes", { small });
  const outside = values.cases ? (await readCases(values.cases)).outside : [];
  const colloquial = outside.length > 0 ? measureColloquial(set, outside, index) : null;
  if (colloquial) show("colloquial questions", { colloquial });

  const hostile = measureHostile(set);
  show("the costliest question", { hostile });

  const trigrams = values.baselines ? await startTrigrams() : null;
  try {
    const baselines: Measured["baselines"] = {};
    if (trigrams) {
      const some = ["mainland", "hard band", "authored", "traditional"];
      const plain = new PlainBm25(set.pool);
      baselines.bm25 = await rank(({ text, exclude = [] }) => plain.search(text, 20 + exclude.length), some);
      show("plain BM25", baselines.bm25);
      await trigrams.load(set.pool);
      const search: Search = ({ text, exclude = [] }) => trigrams.search(text, 20 + exclude.length);
      baselines.trigrams = await rankBands(sampled(bands, 150), some, search);
      show("pg_trgm on titles", baselines.trigrams);
    }
    const speed: Measured["speed"] = [];
    for (const entries of values.sizes.split(",").map(Number).filter(Boolean)) {
      const row = await measureSpeed(set, entries, trigrams, values.baselines);
      speed.push(row);
      const { ours, bm25, trigrams: trgm, ...built } = row;
      show(`speed at ${entries}`, { ours: { ...ours, ...built }, bm25: { ...bm25 }, pg_trgm: { ...trgm } });
    }
    return { ranking, baselines, same, pairs, small, colloquial, speed, hostile };
  } finally {
    await trigrams?.stop();
  }
}

async function rankBands(bands: ReturnType<typeof bandsOf>, names: readonly string[], search: Search) {
  const rows: Record<string, Ranking> = {};
  for (const name of names) rows[name] = await measureRanking(bands[name] ?? [], search);
  return rows;
}

/** Every so many questions of each band; a slow search answers no more in good time. */
function sampled(bands: ReturnType<typeof bandsOf>, most: number): ReturnType<typeof bandsOf> {
  const some = Object.entries(bands).map(([name, questions]) => {
    const step = Math.ceil(questions.length / most) || 1;
    return [name, questions.filter((_, at) => at % step === 0)];
  });
  return Object.fromEntries(some);
}

function show(title: string, rows: Record<string, object>): void {
  const rounded = Object.entries(rows).map(([name, row]) => [
    name,
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? round(value) : value]),
    ),
  ]);
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rounded));
}
