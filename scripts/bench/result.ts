import type { Figures, Pair } from "./rounds.ts";

/** What is promised of a ratio; `as` where it is written in another way. */
export type Promised = ({ atLeast: number } | { atMost: number }) & { as?: string };
type Kind = "throughput" | "cpu" | "p99";
/** Of the ratios to the reference, and of the milliseconds in which 95 of a hundred answers are there. */
export type Promises = Partial<Record<Kind | "p95", Promised>>;

/** The median of the rounds, their lowest and highest, and whether the median keeps the promise. */
export type Measured = {
  value: number;
  low: number;
  high: number;
  promised: Promised | null;
  met: boolean | null;
};

/** One line of the table: medians over the rounds, and the median ratio of the two halves of a round. */
export type Result = {
  what: string;
  against: string;
  size: number;
  reference: Figures;
  target: Figures;
  ratios: Record<Kind, Measured>;
  /** Milliseconds of what is measured, not a ratio. */
  p95: Measured;
  /** Statements to the database for one request. */
  queries: number | null;
};

type Subject = Pick<Result, "what" | "against" | "size" | "queries"> & { promises?: Promises };

/** Makes a line of what the rounds gave. */
export function resultOf({ promises = {}, ...subject }: Subject, pairs: readonly Pair[]): Result {
  const measured = (kind: Kind | "p95", values: readonly number[]): Measured => {
    const value = median(values);
    const promised = promises[kind] ?? null;
    const range = { low: Math.min(...values), high: Math.max(...values) };
    return { value, ...range, promised, met: promised && isMet(value, promised) };
  };
  const ratio = (kind: Kind, of: (figures: Figures) => number): Measured =>
    measured(
      kind,
      pairs.map(({ reference, target }) => of(target) / of(reference)),
    );
  return {
    ...subject,
    reference: medians(pairs.map(({ reference }) => reference)),
    target: medians(pairs.map(({ target }) => target)),
    ratios: {
      throughput: ratio("throughput", ({ perSecond }) => perSecond),
      cpu: ratio("cpu", cpuOf),
      p99: ratio("p99", ({ p99 }) => p99),
    },
    p95: measured(
      "p95",
      pairs.map(({ target }) => target.p95),
    ),
  };
}

/** Processor time of the web server and the database together, in milliseconds a request. */
export const cpuOf = ({ webCpu, postgresCpu }: Figures): number => webCpu + postgresCpu;

const isMet = (value: number, promised: Promised) =>
  "atLeast" in promised ? value >= promised.atLeast : value <= promised.atMost;

const medians = (all: readonly Figures[]): Figures => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p50: median(all.map(({ p50 }) => p50)),
  p95: median(all.map(({ p95 }) => p95)),
  p99: median(all.map(({ p99 }) => p99)),
  webCpu: median(all.map(({ webCpu }) => webCpu)),
  postgresCpu: median(all.map(({ postgresCpu }) => postgresCpu)),
});

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
