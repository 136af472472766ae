import { performance } from "node:perf_hooks";
import { MatchIndex } from "#lib/matching/match-index";
import { PlainBm25 } from "./plain-bm25.ts";
import type { EvalSet } from "./read-set.ts";
import { syntheticEntries } from "./synthetic.ts";
import type { Trigrams } from "./trigrams.ts";

export interface Latency {
  p50: number;
  p95: number;
  p99: number;
  /** Processor time of this process per question, which other work on the machine does not lengthen. */
  cpu: number;
}

export interface SpeedRow {
  entries: number;
  buildSeconds: number;
  /** What the index holds, by the growth of the process. */
  megabytes: number;
  ours: Latency;
  bm25: Latency | null;
  trigrams: Latency | null;
}

const [askedOfUs, askedOfBaselines] = [400, 60];

/** Milliseconds per question at a number of entries, ours and the baselines' in turns on the same questions. */
export async function measureSpeed(
  set: EvalSet,
  entries: number,
  trigrams: Trigrams | null,
  withBm25: boolean,
): Promise<SpeedRow> {
  const before = usedMegabytes();
  const started = performance.now();
  const index = new MatchIndex();
  for (const { id, title, body } of syntheticEntries(set.pool, entries)) {
    index.add({ id, kind: "debunk", texts: { title, body } });
  }
  const buildSeconds = (performance.now() - started) / 1000;
  const megabytes = usedMegabytes() - before;
  const all = trigrams || withBm25 ? [...syntheticEntries(set.pool, entries)] : [];
  await trigrams?.load(all);
  const bm25 = withBm25 ? new PlainBm25(all) : null;

  const texts = spread(
    [...set.mainland, ...set.authored, ...set.unmatched].map(({ text }) => text),
    askedOfUs,
  );
  const step = Math.ceil(texts.length / askedOfBaselines);
  const times = { ours: watch(), bm25: watch(), trigrams: watch() };
  for (const text of texts.slice(0, 50)) index.search({ text }, 5);
  for (const [at, text] of texts.entries()) {
    await times.ours.time(() => index.search({ text }, 5));
    if (at % step !== 0) continue;
    if (bm25) await times.bm25.time(() => bm25.search(text, 5));
    if (trigrams) await times.trigrams.time(() => trigrams.search(text, 5));
  }
  return {
    entries,
    buildSeconds,
    megabytes,
    ours: times.ours.latency(),
    bm25: bm25 && times.bm25.latency(),
    trigrams: trigrams && times.trigrams.latency(),
  };
}

/** As many as wanted, evenly from the whole list. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, at) => items[Math.floor(at * step)],
  ).filter((item) => item !== undefined);
}

function watch() {
  const times: number[] = [];
  let cpu = 0;
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    async time(run: () => unknown) {
      const cpuBefore = process.cpuUsage();
      const before = performance.now();
      await run();
      times.push(performance.now() - before);
      const { user, system } = process.cpuUsage(cpuBefore);
      cpu += (user + system) / 1000;
    },
    latency(): Latency {
      times.sort((one, other) => one - other);
      return { p50: at(0.5), p95: at(0.95), p99: at(0.99), cpu: cpu / (times.length || 1) };
    },
  };
}

function usedMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
