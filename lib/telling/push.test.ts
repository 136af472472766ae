import { createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { pushKeys } from "#lib/platform/push-key";
import { seedClaim } from "#seed/claims";
import { followClaim } from "./follow-claim.ts";
import { subscriptionSchema } from "./follow-schema.ts";
import { sendNotifications } from "./send-notifications.ts";
import { tellOfClaim } from "./tell-people.ts";
import { keysOfBrowser, startPushService } from "./testing/push-service.ts";

vi.hoisted(() => {
  process.env.PUSH_TO_LOOPBACK = "1";
});

const service = startPushService();
const { pushed, browser } = service;
beforeAll(service.ready);
afterAll(service.stop);

async function follow(path: string) {
  const claim = await seedClaim({ status: "published" });
  const device = browser(path);
  const input = { claimId: claim.id, locale: "zh-CN", subscription: device.subscription } as const;
  for (let twice = 0; twice < 2; twice += 1) {
    expect(await followClaim(input)).toEqual({ ok: true, by: "push" });
  }
  expect(await db.follower.count({ where: { claimId: claim.id } })).toBe(1);
  const event = await db.event.findFirstOrThrow({
    where: { type: "debunk.published", claimId: claim.id },
    select: { id: true, type: true, subjectId: true, claimId: true },
  });
  await tellOfClaim(event);
  return { claim, device, event };
}

async function followed(path: string) {
  const all = await follow(path);
  await sendNotifications();
  return { ...all, sent: pushed.filter((one) => one.path === `/${path}`) };
}

it("shows a browser the title and the link, sealed for it alone and signed by this site", async () => {
  const { claim, device, sent } = await followed("one");
  const [message, ...others] = sent;
  if (!message) throw new Error("nothing was pushed");
  expect(others).toEqual([]);
  expect(message.headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "86400" });
  expect(device.read(message.body)).toEqual({
    title: expect.stringContaining("核查结论"),
    url: `http://localhost:3000/debunks/${claim.debunk?.slug}`,
  });
  const [, token = "", key = ""] =
    /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(message.headers.authorization ?? "") ?? [];
  expect(key).toBe(pushKeys().publicKey);
  const [header = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const publicKey = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const signed = Buffer.from(`${header}.${claims}`);
  const proof = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
  expect(verify("sha256", signed, proof, Buffer.from(signature, "base64url"))).toBe(true);
});

it("forgets a browser that has gone", async () => {
  const { claim } = await followed("gone");
  expect(await db.follower.count({ where: { claimId: claim.id } })).toBe(0);
});

it("comes back later to a service that is busy", async () => {
  const { event } = await followed("busy");
  const row = await db.notification.findFirstOrThrow({ where: { eventId: event.id } });
  expect(row).toMatchObject({ sentAt: null, failedAt: null, attempts: 1 });
  expect(row.dueAt > new Date()).toBe(true);
});

it.each([
  { endpoint: "https://push.example/x", keys: { p256dh: "AAAA", auth: "AAAA" } },
  { endpoint: "javascript:alert(1)", keys: keysOfBrowser().keys },
  { endpoint: "https://push.example/x" },
])("takes no subscription such as %j", (subscription) => {
  const isTaken = subscriptionSchema.safeParse(subscription).success;
  expect(isTaken && subscription.endpoint.startsWith("https")).toBe(false);
});

it("keeps nobody waiting for services that take a call and say nothing", async () => {
  const silent = await Promise.all(Array.from({ length: 20 }, (_, at) => follow(`silent-${at}`)));
  await follow("prompt");
  const sending = sendNotifications();
  await vi.waitFor(() => expect(pushed.map(({ path }) => path)).toContain("/prompt"), { timeout: 60_000 });
  // Those are still waited for.
  const rows = await db.notification.findMany({
    where: { eventId: { in: silent.map(({ event }) => event.id) } },
  });
  expect(rows.map(({ attempts }) => attempts)).toEqual(Array(20).fill(0));
  await sending;
});

it("sends nothing into the network of the server", async () => {
  const { id: claimId } = await seedClaim({ status: "published" });
  const { keys } = browser("x").subscription;
  const subscription = { endpoint: "https://169.254.169.254/latest", keys };
  const outcome = await followClaim({ claimId, locale: "en", subscription });
  expect(outcome).toEqual({ ok: false, reason: "NOT_POSSIBLE" });
});
