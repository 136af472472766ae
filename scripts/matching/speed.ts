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

const [askedOfUs, askedOfBaselines, rounds] = [400, 40, 5];

/** Milliseconds per question at a number of entries, ours and plain BM25 in alternation, medians of the rounds. */
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

  const asked = [...set.mainland, ...set.authored, ...set.unmatched].map(({ text }) => text);
  const [texts, few] = [spread(asked, askedOfUs), spread(asked, askedOfBaselines)];
  for (const text of texts.slice(0, 50)) index.search({ text }, 5);
  const times: { ours: Latency[]; bm25: Latency[] } = { ours: [], bm25: [] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await latencyOf(texts, (text) => index.search({ text }, 5)));
    if (bm25) times.bm25.push(await latencyOf(few, (text) => bm25.search(text, 5)));
  }
  // Apart, for the server would go on working beside the others.
  const ofTrigrams = trigrams && (await latencyOf(few, (text) => trigrams.search(text, 5)));
  return {
    entries,
    buildSeconds,
    megabytes,
    ours: medianOf(times.ours),
    bm25: bm25 && medianOf(times.bm25),
    trigrams: ofTrigrams,
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

async function latencyOf(texts: readonly string[], search: (text: string) => unknown): Promise<Latency> {
  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  for (const text of texts) {
    const before = performance.now();
    await search(text);
    times.push(performance.now() - before);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), cpu: (user + system) / 1000 / (times.length || 1) };
}

/** The middle of the rounds, figure by figure; a noisy neighbour spoils some rounds, seldom most. */
function medianOf(rounds: readonly Latency[]): Latency {
  const middle = (figure: keyof Latency) =>
    rounds.map((round) => round[figure]).sort((one, other) => one - other)[rounds.length >> 1] ?? 0;
  return { p50: middle("p50"), p95: middle("p95"), p99: middle("p99"), cpu: middle("cpu") };
}

function usedMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
