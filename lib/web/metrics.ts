import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { countGivenUp } from "#lib/audit/queries";
import { EVENT_QUEUE, SLOW_EVENT_QUEUE } from "#lib/audit/queues";
import { countGivenUpDeliveries } from "#lib/distribution/list-attempts";
import { now } from "#lib/platform/clock";
import { backlogOf } from "#lib/platform/jobs";
import { once } from "#lib/platform/once";
import { isReady } from "#lib/platform/readiness";
import { remember } from "#lib/platform/remember";
import { countGivenUpLetters, lettersDue } from "#lib/telling/queries";

const registry = () => once("metrics", makeRegistry);

function makeRegistry(): Registry {
  const registers = [new Registry()];
  const [own] = registers as [Registry];
  const gauge = (name: string, help: string, collect: (this: Gauge) => Promise<void>) =>
    new Gauge({ name: `bianzhen_${name}`, help, registers, collect });
  collectDefaultMetrics({ register: own, prefix: "bianzhen_" });
  gauge("ready", "1 when the database, the migrations and a worker are there.", async function () {
    this.set((await isReady()) ? 1 : 0);
  });
  new Gauge({
    name: "bianzhen_events_waiting",
    help: "Events whose reactions nobody has in hand; slow is the reading of pictures.",
    labelNames: ["queue"],
    registers,
    async collect() {
      const backlog = await backlogOf([EVENT_QUEUE, SLOW_EVENT_QUEUE]);
      for (const { name, waiting } of backlog)
        this.set({ queue: name === SLOW_EVENT_QUEUE ? "slow" : "quick" }, waiting);
    },
  });
  gauge(
    "letters_due",
    "Letters and pushes that could be sent by now; counted up to 10,000.",
    async function () {
      this.set((await lettersDue()).count);
    },
  );
  gauge("letters_due_oldest_seconds", "For how long the first of them has been due.", async function () {
    const { oldest } = await lettersDue();
    this.set(oldest ? (now().getTime() - oldest.getTime()) / 1_000 : 0);
  });
  new Gauge({
    name: "bianzhen_given_up",
    help: "What was tried too often and waits for somebody at the desk.",
    labelNames: ["kind"],
    registers,
    async collect() {
      this.set({ kind: "reaction" }, await countGivenUp());
      this.set({ kind: "letter" }, await countGivenUpLetters());
      this.set({ kind: "delivery" }, await countGivenUpDeliveries());
    },
  });
  return own;
}

/** The figures of this process and of the whole service for whoever watches over it; asked more often, it gives the same. */
export const readMetrics = remember("metrics answer", () => registry().metrics(), 1_000);

/** The text format 0.0.4 of Prometheus, which every collector reads. */
export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;
