import { cpuSeconds } from "./cpu.ts";
import { fire, type Shots } from "./fire.ts";

/** A program that is asked, by the process whose processor time is counted. */
export type Server = { url: string; pid: number };

/** What is asked of a server, in turn, over so many connections. */
export type Load = { server: Server; connections: number; shots: Shots };

export type Figures = {
  perSecond: number;
  /** How long an answer takes, in milliseconds: half of them, 95 of a hundred, 99. */
  p50: number;
  p95: number;
  p99: number;
  /** Processor time in milliseconds for one request. */
  webCpu: number;
  postgresCpu: number;
  /** How much of a processor the program that asks took: near 1 it is what holds the others up. */
  asking: number;
};

type Settings = { rounds: number; seconds: number; postgresPid: number };
export type Pair = { reference: Figures; target: Figures };

/** Reference and target by turns, after runs that do not count; `after` tidies up behind a target. */
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
  { rounds, seconds }: Pick<Settings, "rounds" | "seconds">,
  after: () => Promise<unknown> = async () => {},
): Promise<Pair[]> {
  await reference(seconds);
  await warmUp(target, seconds);
  await after();
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push({ reference: await reference(seconds), target: await target(seconds) });
    await after();
  }
  return pairs;
}

/** So many answers make a program quick that was just started, and after so many runs it is as quick as it gets. */
const ENOUGH = { answers: 200, runs: 4 };

async function warmUp(target: Half, seconds: number): Promise<void> {
  let answers = 0;
  for (let times = 0; times < ENOUGH.runs && answers < ENOUGH.answers; times++)
    answers += (await target(seconds)).perSecond * seconds;
}

/** So many seconds of load. @throws when anything was refused or failed */
export async function run(load: Load, seconds: number, postgresPid: number): Promise<Figures> {
  const { server, connections, shots } = load;
  const web = cpuSeconds(server.pid);
  const postgres = cpuSeconds(postgresPid);
  const fired = await fire(server.url, shots, { connections, seconds });
  const { times, refused, failed } = fired;
  const served = times.length;
  if (served === 0 || refused > 0 || failed > 0) {
    const path = typeof shots === "function" ? shots().path : shots[0]?.path;
    throw new Error(`${server.url}${path}: ${served} answered, ${refused} refused, ${failed} failed`);
  }
  const perRequest = (spent: number) => (spent * 1000) / served;
  return {
    perSecond: served / fired.seconds,
    ...percentiles(times),
    webCpu: perRequest(cpuSeconds(server.pid) - web),
    postgresCpu: perRequest(cpuSeconds(postgresPid) - postgres),
    asking: fired.busy,
  };
}

/** What half, 95 and 99 of a hundred times do not exceed. */
export function percentiles(times: readonly number[]): Pick<Figures, "p50" | "p95" | "p99"> {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
