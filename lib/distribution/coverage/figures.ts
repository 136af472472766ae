import { type CoverageState, coverageStates } from "./states.ts";

/** How many members there are, and in each of the states. */
export type Figures = Record<CoverageState | "members", number>;

export const noFigures: Figures = { members: 0, has: 0, confirmed: 0, republished: 0, older: 0, silent: 0 };

/** All of them together. */
export const sumOf = (figures: readonly Figures[]): Figures =>
  figures.reduce<Figures>(
    (sum, each) => ({
      members: sum.members + each.members,
      ...(Object.fromEntries(coverageStates.map((state) => [state, sum[state] + each[state]])) as Omit<
        Figures,
        "members"
      >),
    }),
    noFigures,
  );
