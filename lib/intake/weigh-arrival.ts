import { config } from "#lib/platform/config";
import { counter } from "#lib/platform/counter";
import { checkProof } from "./proof.ts";
import type { ReportChannel } from "./schema.ts";
import type { Suspicion } from "./suspicion.ts";

type Arriving = {
  /** The network that it comes from, as `networkOf` names it. */
  network: string;
  channel: ReportChannel;
  proof?: string | undefined;
  memberId?: string | undefined;
};

export type Weighed = { ok: true; suspicion?: Suspicion } | { ok: false; retryAfterSeconds: number };

const TEN_MINUTES = 600;
const AN_HOUR = 3_600;

/** Multiples of the reports that one network may send in ten minutes (the setting REPORTS_PER_NETWORK). */
const times = { withProof: 5, everybody: 10, most: 20, member: 100 } as const;

/**
 * Looks at how a report arrives, never at what it says. In calm times everything is taken as it is. Where very many come,
 * from one network or from all, those without a proof of work are kept apart for the desk to look at later; nothing is
 * lost. Who did the work is counted apart, so that people get through beside the machines of their own network. Only
 * what no group of people sends is refused for a while, before the disk is full.
 */
export async function weighArrival({ network, channel, proof, memberId }: Arriving): Promise<Weighed> {
  const usual = config.REPORTS_PER_NETWORK;
  if (channel === "member") return weighMember(memberId ?? "", usual * times.member);
  const passed = counter("reports of everybody", TEN_MINUTES);
  const isFlood = (await passed.count("")) >= usual * times.everybody;
  const { count, resetSeconds } = await counter("reports", TEN_MINUTES).add(network);
  if (!(await wasBusy(network, count > usual)) && !isFlood) {
    await passed.add("");
    return { ok: true };
  }
  if ((await checkProof("report", proof)) === "valid") {
    const worked = await counter("reports with proof", TEN_MINUTES).add(network);
    return worked.count > usual * times.withProof ? { ok: true, suspicion: "busy-network" } : { ok: true };
  }
  if (count > usual * times.most) return { ok: false, retryAfterSeconds: resetSeconds };
  return { ok: true, suspicion: isFlood ? "flood" : "no-proof" };
}

/** A network that sent too many has to be quiet for an hour; else a patient machine would start anew every ten minutes. */
async function wasBusy(network: string, isNow: boolean): Promise<boolean> {
  const busy = counter("busy networks", AN_HOUR);
  if (isNow) await busy.restart(network);
  return isNow || (await busy.count(network)) > 0;
}

/** A member answers for its own users: its reports are never suspicious, only bounded. */
async function weighMember(memberId: string, most: number): Promise<Weighed> {
  const { count, resetSeconds } = await counter("reports of members", TEN_MINUTES).add(memberId);
  return count > most ? { ok: false, retryAfterSeconds: resetSeconds } : { ok: true };
}
