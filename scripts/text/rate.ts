/** One case as it came out; `said` tells whoever mends it what was tried and what came. */
export interface Outcome {
  kind: string;
  isHit: boolean;
  /** Where one case counts more than once. */
  times?: number;
  said: string;
}

/** How many cases of each kind have what the rate counts. */
export interface Rate {
  hits: number;
  cases: number;
  kinds: Record<string, string>;
  outcomes: readonly Outcome[];
}

/** The rate of some outcomes; undefined where there are no cases. */
export function rateOf(outcomes: readonly Outcome[]): Rate | undefined {
  if (outcomes.length === 0) return undefined;
  const kinds = Object.groupBy(outcomes, ({ kind }) => kind);
  return {
    hits: hitsOf(outcomes),
    cases: outcomes.length,
    kinds: Object.fromEntries(
      Object.entries(kinds).map(([kind, some = []]) => [kind, `${hitsOf(some)} of ${some.length}`]),
    ),
    outcomes,
  };
}

const hitsOf = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { isHit, times = 1 }) => sum + (isHit ? times : 0), 0);

/** Its value, 0–1. */
export const shareOf = (rate: Rate | undefined): number | undefined => rate && rate.hits / rate.cases;
