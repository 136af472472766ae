/** A figure that was promised, and whether it was kept. */
export interface Verdict {
  what: string;
  promised: string;
  measured: number;
  kept: boolean;
}

export const atLeast = (what: string, measured: number | undefined, least: number): Verdict | null =>
  measured === undefined ? null : { what, promised: `≥ ${least}`, measured, kept: measured >= least };

export const atMost = (what: string, measured: number | undefined, most: number): Verdict | null =>
  measured === undefined ? null : { what, promised: `≤ ${most}`, measured, kept: measured <= most };

/** A figure as tables show it. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;
