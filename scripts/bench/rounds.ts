import autocannon, { type Shot } from "autocannon";
import { cpuSeconds } from "./cpu.ts";

/** What is asked of a server, in turn, over so many connections. */
export type Load = { url: string; webPid: number; connections: number; shots: readonly Shot[] };

export type Figures = {
  perSecond: number;
  /** How long an answer takes, in milliseconds: half of them, 95 of a hundred, 99. */
  p50: number;
  p95: number;
  p99: number;
  /** Processor time in milliseconds for one request. */
  webCpu: number;
  postgresCpu: number;
};

type Settings = { rounds: number; seconds: number; postgresPid: number };
export type Pair = { reference: Figures; target: Figures };

/** Reference and target by turns, after a short run of each that does not count; `after` tidies up behind a target. */
export async function alternate(
  reference: Load,
  target: Load,
  settings: Settings,
  after: () => Promise<unknown> = async () => {},
): Promise<Pair[]> {
  return inTurns(
    (seconds) => run(reference, seconds, settings.postgresPid),
    (seconds) => run(target, seconds, settings.postgresPid),
    settings,
    after,
  );
}

type Half = (seconds: number) => Promise<Figures>;

/** The same for a reference that is not a server. */
export async function inTurns(
  reference: Half,
  target: Half,
  { rounds, seconds: length }: Pick<Settings, "rounds" | "seconds">,
  after: () => Promise<unknown> = async () => {},
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round <= rounds; round++) {
    const seconds = round === 0 ? 1 : length;
    const pair = { reference: await reference(seconds), target: await target(seconds) };
    await after();
    if (round > 0) pairs.push(pair);
  }
  return pairs;
}

/** So many seconds of load. */
export async function run(load: Load, duration: number, postgresPid: number): Promise<Figures> {
  const { url, webPid, connections, shots } = load;
  const web = cpuSeconds(webPid);
  const postgres = cpuSeconds(postgresPid);
  const times: number[] = [];
  let clients = 0;
  const result = await autocannon({
    url,
    connections,
    duration,
    timeout: 20,
    // Each connection starts at another place, so that they do not all ask the same at once.
    setupClient: (client) => {
      client.setRequests(turned(shots, clients++));
      client.on("response", (_status, _bytes, milliseconds) => times.push(milliseconds));
    },
  });
  const served = result["2xx"];
  // A machine that is busy with other things needs longer to answer at all.
  if (served + result.non2xx + result.errors === 0 && duration < 20)
    return run(load, 2 * duration, postgresPid);
  if (served === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${shots[0]?.path}: ${served} answered, ${result.non2xx} refused, ${result.errors} failed`,
    );
  }
  const perRequest = (seconds: number) => (seconds * 1000) / served;
  return {
    perSecond: served / result.duration,
    ...percentiles(times),
    webCpu: perRequest(cpuSeconds(webPid) - web),
    postgresCpu: perRequest(cpuSeconds(postgresPid) - postgres),
  };
}

/** What half, 95 and 99 of a hundred times do not exceed. */
export function percentiles(times: readonly number[]): Pick<Figures, "p50" | "p95" | "p99"> {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function turned(shots: readonly Shot[], by: number): Shot[] {
  const start = (by * 7) % shots.length;
  return [...shots.slice(start), ...shots.slice(0, start)];
}
