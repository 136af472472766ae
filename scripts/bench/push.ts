import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { startNode, stop } from "../child.ts";
import { benchEnv } from "./bench-env.ts";
import { figureOf, type Promised, worst } from "./result.ts";
import type { Stage } from "./stage.ts";

/** As many as the network has members; every tenth hangs. */
const WEBHOOKS = 291;
const silent = Math.floor(WEBHOOKS / 10);

const portSchema = z.object({ port: z.number() });
const takenSchema = z.object({ taken: z.number(), lastAt: z.number() });
const timedSchema = z.object({ milliseconds: z.number(), cpu: z.number() });
const deliveredSchema = z.object({ startedAt: z.number(), cpu: z.number() });

/** One publication to the webhooks of all members, against bare signed posts to the same receivers. */
export async function measurePush(stage: Stage, databaseUrl: string): Promise<void> {
  const receivers = startNode(["scripts/bench/receivers.ts"], benchEnv);
  const { port } = portSchema.parse(await hear(receivers));
  // Every receiver has an address of its own on this machine.
  const hosts = Array.from(
    { length: WEBHOOKS },
    (_, at) => `127.1.${1 + Math.floor(at / 200)}.${1 + (at % 200)}:${port}`,
  );
  const env = {
    ...benchEnv,
    DATABASE_URL: databaseUrl,
    DEMO: "0",
    LOG_LEVEL: "silent",
    WEBHOOK_OWN: hosts.join(","),
  };
  const pusher = startNode(["scripts/bench/pusher.ts"], env);
  const ask = async (child: ChildProcess, message: string) => {
    child.send(message);
    return hear(child);
  };
  try {
    await hear(pusher);
    const publish = async () => timedSchema.parse(await ask(pusher, "publish")).milliseconds;
    const alone: number[] = [];
    for (let round = 0; round <= stage.rounds; round++) alone.push(await publish());
    await ask(pusher, "webhooks");
    const rounds: Round[] = [];
    for (let round = 0; round <= stage.rounds; round++) {
      // Connections have gone to sleep while what hangs was waited for; those without webhooks came one after the other.
      await publish();
      const publishing = await publish();
      const { startedAt, cpu } = deliveredSchema.parse(await ask(pusher, "deliver"));
      const { taken, lastAt } = takenSchema.parse(await ask(receivers, "taken"));
      const { cpu: bareCpu } = timedSchema.parse(await ask(pusher, "bare"));
      await ask(receivers, "taken");
      rounds.push({ publishing, taken, seconds: (lastAt - startedAt) / 1000, cpu, bareCpu });
    }
    // The first of each warms up.
    tell(stage, alone.slice(1), rounds.slice(1));
  } finally {
    await stop(pusher);
    await stop(receivers);
  }
}

async function hear(child: ChildProcess): Promise<unknown> {
  const said = await Promise.race([once(child, "message"), once(child, "exit").then(() => null)]);
  if (!said) throw new Error("A program of the bench ended; see its message above.");
  return said[0];
}

type Round = { publishing: number; taken: number; seconds: number; cpu: number; bareCpu: number };

function tell(stage: Stage, alone: readonly number[], rounds: readonly Round[]): void {
  const what = `push to ${WEBHOOKS} webhooks, ${silent} of which hang`;
  const figure = (
    name: string,
    unit: string,
    values: readonly number[],
    promised?: Promised,
    of?: typeof worst,
  ) =>
    stage.report(
      figureOf({ what: `${what}: ${name}`, unit, ...(promised && { promised }), ...(of && { of }) }, values),
    );
  const usual = alone.toSorted((one, other) => one - other)[Math.floor(alone.length / 2)] ?? 0;
  const missed = rounds.map(({ taken }) => WEBHOOKS - silent - taken);
  figure("not delivered to those that work", "", missed, { atMost: 0 }, worst);
  figure(
    "delivered to all of them after",
    "s",
    rounds.map(({ seconds }) => seconds),
    { atMost: 5 },
    worst,
  );
  figure(
    "processor time / bare signed posts",
    "×",
    rounds.map(({ cpu, bareCpu }) => cpu / bareCpu),
    { atMost: 3 },
  );
  figure(
    "publishing / without webhooks",
    "×",
    rounds.map(({ publishing }) => publishing / usual),
  );
}
