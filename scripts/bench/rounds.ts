import autocannon, { type Shot } from "autocannon";
import { cpuSeconds } from "./cpu.ts";

/** What is asked of a server, in turn, over so many connections. */
export type Load = { url: string; webPid: number; connections: number; shots: readonly Shot[] };

export type Figures = {
  perSecond: number;
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
  const pairs: Pair[] = [];
  for (let round = 0; round <= settings.rounds; round++) {
    const seconds = round === 0 ? 1 : settings.seconds;
    const pair = {
      reference: await run(reference, seconds, settings.postgresPid),
      target: await run(target, seconds, settings.postgresPid),
    };
    await after();
    if (round > 0) pairs.push(pair);
  }
  return pairs;
}

async function run(load: Load, duration: number, postgresPid: number): Promise<Figures> {
  const { url, webPid, connections, shots } = load;
  const web = cpuSeconds(webPid);
  const postgres = cpuSeconds(postgresPid);
  let clients = 0;
  const result = await autocannon({
    url,
    connections,
    duration,
    timeout: 20,
    // Each connection starts at another place, so that they do not all ask the same at once.
    setupClient: (client) => client.setRequests(turned(shots, clients++)),
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
    p99: result.latency.p99,
    webCpu: perRequest(cpuSeconds(webPid) - web),
    postgresCpu: perRequest(cpuSeconds(postgresPid) - postgres),
  };
}

function turned(shots: readonly Shot[], by: number): Shot[] {
  const start = (by * 7) % shots.length;
  return [...shots.slice(start), ...shots.slice(0, start)];
}
