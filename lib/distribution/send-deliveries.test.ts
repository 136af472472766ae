import { spawn } from "node:child_process";
import { once } from "node:events";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { at } from "#lib/platform/at";
import { days, hours, after as later, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedWebhook } from "#seed/webhooks";
import { deliverPublication } from "./deliver-publication.ts";
import { forgetAttempts } from "./forget-attempts.ts";
import { sendDeliveries } from "./send-deliveries.ts";
import { correct, publish } from "./testing/publish.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

const [receiver, other] = await vi.hoisted(async () => {
  const { startReceiver } = await import("./testing/receiver.ts");
  const both = [await startReceiver(), await startReceiver()] as const;
  process.env.WEBHOOK_OWN = both.map(({ host }) => host).join(",");
  return both;
});
afterAll(async () => {
  await receiver.stop();
  await other.stop();
});
afterEach(async () => {
  await db.endpoint.updateMany({
    where: { kind: "webhook", disabledAt: null },
    data: { disabledAt: now(), disabledBecause: "removed" },
  });
  await db.failingHost.deleteMany();
});

let paths = 0;
function newPath(behaviour: string): string {
  paths += 1;
  return `/${behaviour}/${paths}`;
}

const rowOf = (endpointId: string) =>
  db.delivery.findFirstOrThrow({ where: { endpointId }, include: { tries: true } });

describe("a webhook", () => {
  it("gets what is published once, signed as the standard says, and its member has it then", async () => {
    const path = newPath("ok");
    const { id, secret } = await seedWebhook(receiver.host, path);
    const { debunk } = await publish();
    await deliverPublication(debunk.id);
    await sendDeliveries();
    await sendDeliveries();
    const [call, ...more] = receiver.callsOf(path);
    expect(more).toEqual([]);
    const row = await rowOf(id);
    expect(call?.headers["webhook-id"]).toBe(row.id);
    const said = new Webhook(secret).verify(call?.body ?? "", call?.headers as Record<string, string>);
    expect(said).toMatchObject({ type: "debunk.published", data: { slug: debunk.slug, version: 1 } });
    expect(row).toMatchObject({ sentAt: expect.any(Date), failedAt: null });
    expect(row.tries).toMatchObject([{ status: 204, error: null }]);
    const pull = await db.delivery.findFirstOrThrow({
      where: {
        endpoint: { kind: "pull", memberId: "outlet-cover-news" },
        debunkVersionId: row.debunkVersionId,
      },
    });
    expect(pull.receivedAt).toEqual(row.sentAt);
  });

  it("is signed with the former secret too for as long as that holds", async () => {
    const path = newPath("ok");
    const { id, secret } = await seedWebhook(receiver.host, path);
    const { secret: newer, sealed } = makeWebhookSecret(id);
    const { secret: former } = await db.endpoint.findUniqueOrThrow({ where: { id } });
    const data = { secret: sealed, formerSecret: former, formerUntil: later(now(), hours(1)) };
    await db.endpoint.update({ where: { id }, data });
    await publish();
    await sendDeliveries();
    const [call] = receiver.callsOf(path);
    const headers = call?.headers as Record<string, string>;
    for (const each of [secret, newer])
      expect(new Webhook(each).verify(call?.body ?? "", headers)).toBeTruthy();
    await db.endpoint.update({ where: { id }, data: { formerUntil: later(now(), -1) } });
    await publish();
    await sendDeliveries();
    const afterwards = receiver.callsOf(path)[1];
    const sent = [afterwards?.body ?? "", afterwards?.headers as Record<string, string>] as const;
    expect(new Webhook(newer).verify(...sent)).toBeTruthy();
    expect(() => new Webhook(secret).verify(...sent)).toThrow();
  });

  it("gets only what it asked for, and the correction of all that it got", async () => {
    const [all, none, some] = [newPath("ok"), newPath("ok"), newPath("ok")];
    await seedWebhook(receiver.host, all);
    await seedWebhook(receiver.host, none, "outlet-cover-news", { topics: ["nothing-of-it"] });
    const { id } = await seedWebhook(receiver.host, some);
    const { debunk } = await publish();
    await sendDeliveries();
    await db.endpoint.update({ where: { id }, data: { topics: ["nothing-of-it"] } });
    await correct(debunk.id);
    await sendDeliveries();
    const versions = (path: string) =>
      receiver.callsOf(path).map(({ body }) => JSON.parse(body).data.version);
    expect([versions(all), versions(none), versions(some)]).toEqual([[1, 2], [], [1, 2]]);
    const [, correction] = receiver.callsOf(some);
    expect(JSON.parse(correction?.body ?? "")).toMatchObject({
      type: "debunk.corrected",
      data: { correction: { kind: "correction", note: "更正" } },
    });
  });

  it("that was down gets the newest version alone, whatever it missed", async () => {
    const path = newPath("ok");
    const { id } = await seedWebhook(receiver.host, path);
    receiver.replies.set(path, (response) => void response.writeHead(503).end());
    const { debunk } = await publish();
    await sendDeliveries();
    await correct(debunk.id);
    await sendDeliveries();
    await correct(debunk.id, "retraction");
    receiver.replies.delete(path);
    const before = receiver.callsOf(path).length;
    await at(later(now(), days(3)), sendDeliveries);
    const got = receiver.callsOf(path).slice(before);
    expect(got.map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: "debunk.retracted", data: { version: 3 } },
    ]);
    const rows = await db.delivery.findMany({ where: { endpointId: id }, orderBy: { seq: "asc" } });
    expect(rows.map(({ failure }) => failure)).toEqual(["outdated", "outdated", null]);
  });
});

describe("a receiver that misbehaves", () => {
  it.each([
    ["refuses", "broken", "HTTP-500"],
    ["sends somewhere else", "elsewhere", "HTTP-307"],
    ["hangs up", "cut", "ECONNRESET"],
  ])("and %s is tried again with the same id and the same bytes", async (_, behaviour, error) => {
    const path = newPath(behaviour);
    const { id, secret } = await seedWebhook(receiver.host, path);
    await publish();
    await sendDeliveries();
    const row = await rowOf(id);
    expect(row).toMatchObject({ sentAt: null, failedAt: null, attempts: 1, error });
    await sendDeliveries();
    expect(receiver.callsOf(path)).toHaveLength(1);
    receiver.replies.set(path, (response) => void response.writeHead(200).end());
    await at(later(row.dueAt ?? now(), 1), sendDeliveries);
    const [first, second] = receiver.callsOf(path);
    expect([second?.headers["webhook-id"], second?.body]).toEqual([
      first?.headers["webhook-id"],
      first?.body,
    ]);
    expect(Number(second?.headers["webhook-timestamp"])).toBeGreaterThan(
      Number(first?.headers["webhook-timestamp"]),
    );
    expect(
      new Webhook(secret).sign(
        row.id,
        new Date(Number(second?.headers["webhook-timestamp"]) * 1_000),
        second?.body ?? "",
      ),
    ).toBe(second?.headers["webhook-signature"]);
    expect((await rowOf(id)).tries).toHaveLength(2);
  });

  it("is tried ten times over at least three days, then waits at the desk", async () => {
    const path = newPath("broken");
    const { id } = await seedWebhook(receiver.host, path);
    await publish();
    const start = now();
    let row = await rowOf(id);
    for (let turn = 0; turn < 40 && row.failedAt === null; turn += 1) {
      const probe = await db.failingHost.findUnique({ where: { host: receiver.host } });
      const next = Math.max(...[row.dueAt, probe?.probeAt].map((time) => time?.getTime() ?? 0));
      await at(new Date(next + 1), sendDeliveries);
      row = await rowOf(id);
    }
    expect(receiver.callsOf(path)).toHaveLength(10);
    expect(row).toMatchObject({ failure: "tries", error: "HTTP-500", attempts: 10 });
    expect((row.failedAt?.getTime() ?? 0) - start.getTime()).toBeGreaterThanOrEqual(hours(72));
  });

  it("and wants to be left alone is left alone for so long", async () => {
    const path = newPath("busy");
    const { id } = await seedWebhook(receiver.host, path);
    await publish();
    const before = now();
    await sendDeliveries();
    const { dueAt } = await rowOf(id);
    expect((dueAt?.getTime() ?? 0) - before.getTime()).toBeGreaterThanOrEqual(hours(2));
  });

  it("and says that it is gone gets nothing more, which is on record", async () => {
    const path = newPath("gone");
    const { id } = await seedWebhook(receiver.host, path);
    await publish();
    await sendDeliveries();
    expect(await db.endpoint.findUniqueOrThrow({ where: { id } })).toMatchObject({ disabledBecause: "gone" });
    expect(await rowOf(id)).toMatchObject({ failure: "gone" });
    expect(await db.event.count({ where: { type: "endpoint.gone", subjectId: id } })).toBe(1);
    await publish();
    await sendDeliveries();
    expect(receiver.callsOf(path)).toHaveLength(1);
  });

  it("and talks without end is heard out for a moment, and of what it says nothing secret is kept", async () => {
    const [endless, echo] = [newPath("endless"), newPath("ok")];
    const talker = await seedWebhook(receiver.host, endless);
    const repeater = await seedWebhook(receiver.host, echo);
    receiver.replies.set(
      echo,
      (response, { headers }) =>
        void response.end(
          `${headers["webhook-signature"]} ${repeater.secret} ${repeater.secret.slice(6)} \u0000`,
        ),
    );
    await publish();
    await sendDeliveries();
    const [long] = (await rowOf(talker.id)).tries;
    expect([long?.status, (long?.answer?.length ?? 0) <= 300]).toEqual([200, true]);
    const [kept] = (await rowOf(repeater.id)).tries;
    expect(kept?.answer).toBe("… … …");
  });

  it("and says what it thinks by the drop has taken it", async () => {
    const path = newPath("drip");
    const { id } = await seedWebhook(receiver.host, path);
    await publish();
    await sendDeliveries();
    expect(await rowOf(id)).toMatchObject({ sentAt: expect.any(Date), tries: [{ status: 200 }] });
    expect(receiver.callsOf(path)).toHaveLength(1);
  });

  it("and hangs delays neither the others nor what is published next", async () => {
    const silent = await Promise.all(
      Array.from({ length: 6 }, () => seedWebhook(other.host, newPath("hang"))),
    );
    const path = newPath("ok");
    await seedWebhook(receiver.host, path);
    await publish();
    const sending = sendDeliveries();
    await vi.waitFor(() => expect(receiver.callsOf(path)).toHaveLength(1), { timeout: 60_000 });
    await vi.waitFor(() => expect(other.calls.length).toBeGreaterThanOrEqual(4), { timeout: 60_000 });
    await publish();
    await vi.waitFor(() => expect(receiver.callsOf(path)).toHaveLength(2), { timeout: 60_000 });
    // No more at a time than a receiver has to bear.
    expect(other.calls).toHaveLength(4);
    const ids = silent.map(({ id }) => id);
    await db.endpoint.updateMany({ where: { id: { in: ids } }, data: { pausedAt: now() } });
    await sending;
    const rows = await db.delivery.findMany({ where: { endpointId: { in: ids } } });
    expect(rows.filter(({ error }) => error === "TimeoutError" || error === "ABORT_ERR")).toHaveLength(4);
  });

  it("again and again is asked by one delivery at a time, until it works", async () => {
    const path = newPath("broken");
    await seedWebhook(receiver.host, path);
    for (let count = 0; count < 8; count += 1) await publish();
    await sendDeliveries();
    expect(receiver.callsOf(path).length).toBe(8);
    const [failing] = await db.failingHost.findMany();
    expect(failing?.failures).toBe(8);
    await at(later(failing?.probeAt ?? now(), minutes(1)), sendDeliveries);
    expect(receiver.callsOf(path)).toHaveLength(9);
    receiver.replies.set(path, (response) => void response.writeHead(204).end());
    const probed = await db.failingHost.findUniqueOrThrow({ where: { host: receiver.host } });
    await at(later(probed.probeAt, minutes(20)), sendDeliveries);
    expect(receiver.callsOf(path)).toHaveLength(17);
    expect(await db.failingHost.count()).toBe(0);
  });
});

it("sends to a paused endpoint what it missed, once it goes on", async () => {
  const path = newPath("ok");
  const { id } = await seedWebhook(receiver.host, path);
  await db.endpoint.update({ where: { id }, data: { pausedAt: now() } });
  await publish();
  await sendDeliveries();
  expect(receiver.callsOf(path)).toEqual([]);
  await db.endpoint.update({ where: { id }, data: { pausedAt: null } });
  await sendDeliveries();
  expect(receiver.callsOf(path)).toHaveLength(1);
});

it("sends once where two workers send at the same time", async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const path = newPath("ok");
      await seedWebhook(receiver.host, path);
      return path;
    }),
  );
  await publish();
  await Promise.all([sendDeliveries(), sendDeliveries(), sendDeliveries()]);
  expect(all.map((path) => receiver.callsOf(path).length)).toEqual(all.map(() => 1));
});

it("goes on where a killed worker was, under the same id, and counts no attempt for its death", async () => {
  const path = newPath("hang");
  const { id } = await seedWebhook(receiver.host, path);
  await publish();
  const worker = spawn(process.execPath, ["scripts/run-chore.ts", "sendDeliveries"], {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: "ignore",
  });
  await vi.waitFor(() => expect(receiver.callsOf(path)).toHaveLength(1), { timeout: 60_000 });
  worker.kill("SIGKILL");
  await once(worker, "exit");
  const row = await rowOf(id);
  expect(row).toMatchObject({ attempts: 0, sentAt: null, failedAt: null });
  expect((row.dueAt?.getTime() ?? 0) - now().getTime()).toBeLessThan(minutes(0.5));
  receiver.replies.set(path, (response) => void response.writeHead(204).end());
  await at(later(row.dueAt ?? now(), 1), sendDeliveries);
  const [first, second] = receiver.callsOf(path);
  expect([second?.headers["webhook-id"], second?.body]).toEqual([first?.headers["webhook-id"], first?.body]);
});

it("forgets after a time how attempts went, and not what was delivered", async () => {
  const { id } = await seedWebhook(receiver.host, newPath("ok"));
  await publish();
  await sendDeliveries();
  await at(later(now(), days(89)), forgetAttempts);
  expect((await rowOf(id)).tries).toHaveLength(1);
  await at(later(now(), days(91)), forgetAttempts);
  expect(await rowOf(id)).toMatchObject({ tries: [], sentAt: expect.any(Date) });
});

it("sends nothing to a private address, whatever is in the table", async () => {
  const { id } = await seedWebhook("127.0.0.1:1", "/");
  await publish();
  await sendDeliveries();
  expect(await rowOf(id)).toMatchObject({ sentAt: null, error: "PrivateAddress" });
});
