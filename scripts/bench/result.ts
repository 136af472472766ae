import type { Figures, Pair } from "./rounds.ts";

/** What is promised; `as` where it is written in another way. */
export type Promised = ({ atLeast: number } | { atMost: number }) & { as?: string };
type Ratio = "throughput" | "cpu" | "p99";
/**
 * Of the ratios to the reference; of the milliseconds in which 95 of a hundred answers are there; of the statements for one
 * request; and of the share of answers that say what was asked for.
 */
export type Promises = Partial<Record<Ratio | "p95" | "queries" | "filled", Promised>>;

/** What was found in the rounds: the figure that counts, the lowest and highest, and whether it keeps the promise. */
export type Measured = {
  value: number;
  low: number;
  high: number;
  promised: Promised | null;
  met: boolean | null;
};

/** One line of the table of loads: medians over the rounds, and the median ratio of the two halves of a round. */
export type LoadResult = {
  what: string;
  against: string;
  size: number;
  reference: Figures;
  target: Figures;
  ratios: Record<Ratio, Measured>;
  /** Milliseconds of what is measured, not a ratio. */
  p95: Measured;
  /** Statements to the database for one request. */
  queries: Measured | null;
  /** The share of answers that say what was asked for. */
  filled: Measured | null;
};

/** A figure that stands by itself. */
export type FigureResult = { what: string; unit: string; figure: Measured };

export type Result = LoadResult | FigureResult;

type Subject = Pick<LoadResult, "what" | "against" | "size"> & {
  queries: number | null;
  filled?: number | undefined;
  promises?: Promises;
};

/** Makes a line of what the rounds gave. */
export function resultOf(subject: Subject, pairs: readonly Pair[]): LoadResult {
  const { what, against, size, queries, filled, promises = {} } = subject;
  const ratio = (kind: Ratio, of: (figures: Figures) => number): Measured =>
    measured(
      pairs.map(({ reference, target }) => of(target) / of(reference)),
      promises[kind],
    );
  const p95s = pairs.map(({ target }) => target.p95);
  return {
    ...{ what, against, size },
    reference: medians(pairs.map(({ reference }) => reference)),
    target: medians(pairs.map(({ target }) => target)),
    ratios: {
      throughput: ratio("throughput", ({ perSecond }) => perSecond),
      cpu: ratio("cpu", cpuOf),
      p99: ratio("p99", ({ p99 }) => p99),
    },
    p95: measured(p95s, promises.p95),
    queries: queries === null ? null : measured([queries], promises.queries),
    filled: filled === undefined ? null : measured([filled], promises.filled),
  };
}

/** Makes a line of a figure: of its median, or of the worst of what is promised never to be more. */
export function figureOf(
  { what, unit, promised, of = median }: Omit<FigureResult, "figure"> & { promised?: Promised; of?: Sum },
  values: readonly number[],
): FigureResult {
  return { what, unit, figure: measured(values, promised, of) };
}

type Sum = (values: readonly number[]) => number;

export const worst: Sum = (values) => Math.max(...values);

function measured(values: readonly number[], promised: Promised | null = null, of: Sum = median): Measured {
  const value = of(values);
  const range = { low: Math.min(...values), high: Math.max(...values) };
  return { value, ...range, promised, met: promised && isMet(value, promised) };
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
  asking: median(all.map(({ asking }) => asking)),
});

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
