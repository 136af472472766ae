import { atLeast, atMost, type Verdict } from "../verdict.ts";
import type { Hostile } from "./hostile.ts";
import type { measurePairs, measureSame, Ranking } from "./quality.ts";
import type { measureColloquial, measureSmall } from "./small.ts";
import type { SpeedRow } from "./speed.ts";

export interface Measured {
  ranking: Record<string, Ranking>;
  baselines: Record<string, Record<string, Ranking>>;
  same: ReturnType<typeof measureSame>;
  pairs: ReturnType<typeof measurePairs>;
  small: ReturnType<typeof measureSmall>;
  /** Only where a folder of cases is given. */
  colloquial: ReturnType<typeof measureColloquial> | null;
  speed: SpeedRow[];
  hostile: Hostile;
}

/** Each figure promised for matching, and whether it was kept. */
export function verdicts({ ranking, same, pairs, small, colloquial, speed, hostile }: Measured): Verdict[] {
  const p95 = (entries: number) => speed.find((row) => row.entries === entries)?.ours.p95;
  const ratio = (entries: number) => {
    const row = speed.find((one) => one.entries === entries);
    return row?.bm25 ? row.ours.cpu / row.bm25.cpu : undefined;
  };
  return [
    atLeast("mainland success@1", ranking.mainland?.recall1, 0.95),
    atLeast("mainland success@5", ranking.mainland?.recall5, 0.985),
    atLeast("hard band success@1", ranking["hard band"]?.recall1, 0.83),
    atLeast("Traditional success@1", ranking.traditional?.recall1, 0.94),
    atLeast("authored success@5", ranking.authored?.recall5, 0.85),
    atLeast("same: precision", same.precision, 0.985),
    atLeast("same: coverage", same.coverage, 0.75),
    atMost("same: false per 1,000 unmatched", same.falsePer1000, 10),
    atMost("template variants called same", pairs.variantsCalledSame, 0.04),
    atLeast("true pairs kept", pairs.trueKept, 0.8),
    atMost("30 entries: unmatched shown", small.shown, 0.1),
    atMost("30 entries: unmatched at .50", small.atHalf, 0.01),
    atMost("30 entries: unmatched called same", small.same, 0),
    atLeast("60 entries: authored shown first", small.first, 0.9),
    atLeast("2,000 entries: colloquial shown first", colloquial?.amongSome, 0.9),
    atLeast("all entries: colloquial shown first", colloquial?.amongAll, 0.88),
    atMost("CPU at 10,000 by plain BM25", ratio(10_000), 5),
    atMost("CPU at 100,000 by plain BM25", ratio(100_000), 1),
    atMost("CPU at 1,000,000 by plain BM25", ratio(1_000_000), 0.2),
    atMost("p95 ms at 100,000", p95(100_000), 15),
    atMost("p95 ms at 1,000,000", p95(1_000_000), 25),
    atMost("CPU of the worst question by one of its length", hostile.ratio, 10),
  ].filter((verdict) => verdict !== null);
}
