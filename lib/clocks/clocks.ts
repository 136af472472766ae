import { after, days, hours, minutes } from "#lib/platform/clock";
import type { Urgency } from "#lib/reference/urgency";

type Allowance = { triage: number; firstWord: number | null; verdict: number };

/** How long each urgency class may take, in milliseconds from the first report. /methodology prints this table. */
export const clocks: Record<Urgency, Allowance> = {
  P0: { triage: minutes(15), firstWord: hours(1), verdict: hours(5) },
  P1: { triage: hours(1), firstWord: hours(6), verdict: hours(24) },
  P2: { triage: hours(4), firstWord: hours(24), verdict: hours(48) },
  P3: { triage: days(1), firstWord: null, verdict: days(7) },
};

/** When triage, the first public word and the verdict of a claim are due. */
export function dueTimes(urgency: Urgency, since: Date) {
  const { triage, firstWord, verdict } = clocks[urgency];
  return {
    triageDueAt: after(since, triage),
    firstWordDueAt: firstWord === null ? null : after(since, firstWord),
    verdictDueAt: after(since, verdict),
  };
}

/** A spike raises the class by one: at least 20 reports an hour, or reports from 5 counties (product.md, clocks). */
export const spike = { reportsAnHour: 20, counties: 5 } as const;

/** Whether the reports of the last hour, and the divisions that they name, are a spike. */
export const isSpike = ({ reports, counties }: { reports: number; counties: number }): boolean =>
  reports >= spike.reportsAnHour || counties >= spike.counties;

/** The next more urgent class. */
export function raise(urgency: Urgency): Urgency {
  return ({ P0: "P0", P1: "P0", P2: "P1", P3: "P2" } as const)[urgency];
}
