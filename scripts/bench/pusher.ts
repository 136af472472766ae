import { request } from "node:http";
import pLimit from "p-limit";
import { Webhook } from "standardwebhooks";
import { deliverPublication } from "#lib/distribution/deliver-publication";
import { makeLabels } from "#lib/distribution/make-labels";
import { sendDeliveries } from "#lib/distribution/send-deliveries";
import { makeWebhookSecret } from "#lib/distribution/webhook-secret";
import { now } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { publishNext, slugOf } from "./publish-next.ts";

// Publishes to webhooks at the addresses of WEBHOOK_OWN, of which every tenth hangs, as the desk and the worker do; and posts the
// same bare: signed, to those that do not hang.

const AT_ONCE = 64;
const isSilent = (at: number) => at % 10 === 9;
const urlOf = (host: string, at: number) => `http://${host}/${isSilent(at) ? "hang" : "ok"}`;

async function addWebhooks(): Promise<void> {
  const members = await db.member.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  await db.endpoint.createMany({
    data: config.WEBHOOK_OWN.map((host, at) => {
      const id = newId();
      const { sealed } = makeWebhookSecret(id);
      const memberId = members[at % members.length]?.id ?? "";
      return {
        id,
        memberId,
        kind: "webhook" as const,
        url: urlOf(host, at),
        host,
        secret: sealed,
        createdAt: now(),
      };
    }),
  });
}

const { secret } = makeWebhookSecret(newId());

/** What a delivery costs where nothing is kept of it. */
async function postBare(body: string): Promise<void> {
  const room = pLimit(AT_ONCE);
  const healthy = config.WEBHOOK_OWN.filter((_, at) => !isSilent(at));
  await Promise.all(healthy.map((host) => room(() => post(`http://${host}/ok`, body))));
}

const post = (url: string, body: string) =>
  new Promise<void>((resolve, reject) => {
    const [id, at] = [newId(), new Date()];
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "webhook-id": id,
      "webhook-timestamp": Math.floor(at.getTime() / 1000),
      "webhook-signature": new Webhook(secret).sign(id, at, body),
    };
    const call = request(url, { method: "POST", headers, agent: false }, (answer) => {
      answer.resume().on("end", resolve);
    });
    call.on("error", reject).end(body);
  });

const spent = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

async function timed(run: () => Promise<unknown>): Promise<{ milliseconds: number; cpu: number }> {
  const [before, started] = [process.cpuUsage(), performance.now()];
  await run();
  return { milliseconds: performance.now() - started, cpu: spent(before) };
}

/** Lays the newest version ready for all and sends it, until also those that hang have had their time. */
async function deliver(): Promise<object> {
  const { id } = await db.debunk.findUniqueOrThrow({ where: { slug: slugOf() }, select: { id: true } });
  // Another reaction to the same event asks for them too, and they cost the same however many webhooks there are.
  await makeLabels(id);
  const startedAt = Date.now();
  const { cpu } = await timed(async () => {
    await deliverPublication(id);
    await sendDeliveries();
  });
  await db.failingHost.deleteMany();
  return { startedAt, cpu };
}

/** So short a time is measured several times over. */
const TIMES = 6;

async function bare(): Promise<object> {
  const { body } = await db.message.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  const { milliseconds, cpu } = await timed(async () => {
    for (let time = 0; time < TIMES; time++) await postBare(body);
  });
  return { milliseconds: milliseconds / TIMES, cpu: cpu / TIMES };
}

const tasks: Record<string, () => Promise<object>> = {
  webhooks: async () => {
    await addWebhooks();
    return {};
  },
  publish: () => timed(publishNext),
  deliver,
  bare,
};

process.on("message", async (task: string) => process.send?.((await tasks[task]?.()) ?? {}));
process.send?.({});
process.once("SIGTERM", () => process.exit());
