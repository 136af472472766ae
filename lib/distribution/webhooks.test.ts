import { Webhook } from "standardwebhooks";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Role } from "#lib/access/roles";
import { hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { addWebhook } from "./add-webhook.ts";
import { changeWebhook } from "./change-webhook.ts";
import { deliverPublication } from "./deliver-publication.ts";
import { ENDPOINTS_PER_MEMBER } from "./endpoint-room.ts";
import { addWebhookSchema } from "./endpoint-schema.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { loadWebhook } from "./load-endpoint.ts";
import { pauseEndpoint } from "./pause-endpoint.ts";
import { listReceipts } from "./queries.ts";
import { removeEndpoint } from "./remove-endpoint.ts";
import { replayDeliveries } from "./replay-deliveries.ts";
import { rotateWebhook } from "./rotate-webhook.ts";
import { sendDeliveries } from "./send-deliveries.ts";
import { testWebhook } from "./test-webhook.ts";

const receiver = await vi.hoisted(async () => {
  const { startReceiver } = await import("./testing/receiver.ts");
  const started = await startReceiver();
  process.env.WEBHOOK_OWN = started.host;
  return started;
});
afterAll(receiver.stop);

const memberId = "outlet-cover-news";
const person = async (role: Role, at = memberId) =>
  actorOf(await seedPerson({ roles: [{ memberId: at, role }] }));
const everything = { topics: [], divisions: [], urgencies: [] };

async function add(path: string, at = memberId) {
  const coordinator = await person("coordinator", at);
  const url = `http://${receiver.host}${path}`;
  const made = await addWebhook(coordinator, { memberId: at, name: "采编系统", url, ...everything });
  if (!made.ok) throw new Error(made.reason);
  return { ...made, coordinator };
}

const sentTo = (path: string) => {
  const call = receiver.callsOf(path).at(-1);
  return [call?.body ?? "", call?.headers as Record<string, string>] as const;
};

describe("an address", () => {
  const read = (url: string) =>
    addWebhookSchema.safeParse({ memberId, name: "a", url }).error?.issues.map(({ path }) => path[0]);

  it.each(["https://hooks.example.org/in?a=1", "https://hooks.example.org:8443/in", "https://1.1.1.1/"])(
    "may be %s",
    (url) => expect(read(url)).toBeUndefined(),
  );

  it("may be one of our own network that the installation names, by address and port", () => {
    expect(read(`http://${receiver.host}/in`)).toBeUndefined();
    expect(read(`http://user:secret@${receiver.host}/in`)).toEqual(["url"]);
    expect(read("http://127.0.0.1:1/in")).toEqual(["url"]);
  });

  it.each([
    "http://hooks.example.org/",
    "https://user:secret@hooks.example.org/",
    "https://localhost/",
    "https://localhost./",
    "https://intranet/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0x0.0x0.0x1/",
    "https://0x7f.1/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://0177.0.0.01/",
    "https://１２７.0.0.1/",
    "https://127。0。0。1/",
    "https://①②⑦.0.0.1/",
    "https://127.0.0.1./",
    "https://0/",
    "https://0.0.0.0/",
    "https://0.1.2.3/",
    "https://10.0.0.1/",
    "https://10.255.255.255/",
    "https://167772161/",
    "https://0xa000001/",
    "https://012.0.0.1/",
    "https://100.64.0.1/",
    "https://100.127.255.254/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://0xa9fea9fe/",
    "https://172.16.0.1/",
    "https://172.31.255.254/",
    "https://192.0.0.1/",
    "https://192.0.2.1/",
    "https://192.88.99.1/",
    "https://192.168.0.1/",
    "https://3232235521/",
    "https://0xc0a80001/",
    "https://192.168.257/",
    "https://198.18.0.1/",
    "https://198.19.255.254/",
    "https://198.51.100.1/",
    "https://203.0.113.1/",
    "https://224.0.0.1/",
    "https://239.255.255.255/",
    "https://240.0.0.1/",
    "https://255.255.255.255/",
    "https://[::]/",
    "https://[::1]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[0000:0000:0000:0000:0000:0000:0000:0001]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[::ffff:0:127.0.0.1]/",
    "https://[0:0:0:0:0:ffff:10.0.0.1]/",
    "https://[::ffff:169.254.169.254]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://[64:ff9b:1::1]/",
    "https://[2002:7f00:1::]/",
    "https://[2002:0a00:0001::1]/",
    "https://[2001:0:53aa:64c::1]/",
    "https://[2001:db8::1]/",
    "https://[fc00::1]/",
    "https://[fd12:3456:789a::1]/",
    "https://[fe80::1]/",
    "https://[fec0::1]/",
    "https://[ff02::1]/",
    "https://[100::1]/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "javascript:alert(1)",
    "",
    "abc",
  ])("may not be %s", (url) => expect(read(url)).toEqual(["url"]));
});

describe("a webhook in its member's hands", () => {
  it("is made, tested, rotated, paused and taken away by a coordinator, each on record, and its secret is in no row", async () => {
    const path = "/ok/hands";
    const { endpointId, secret, coordinator } = await add(path);
    expect(await testWebhook(coordinator, { endpointId })).toMatchObject({ ok: true, status: 204 });
    expect(new Webhook(secret).verify(...sentTo(path))).toMatchObject({ type: "endpoint.test" });

    const rotated = await rotateWebhook(coordinator, { endpointId, overlap: "hour" });
    if (!rotated.ok) throw new Error(rotated.reason);
    expect(rotated.until.getTime() - now().getTime()).toBeGreaterThan(hours(0.9));
    await testWebhook(coordinator, { endpointId });
    for (const each of [secret, rotated.secret])
      expect(new Webhook(each).verify(...sentTo(path))).toBeTruthy();
    const again = await rotateWebhook(coordinator, { endpointId, overlap: "none" });
    await testWebhook(coordinator, { endpointId });
    expect(new Webhook(again.ok ? again.secret : "").verify(...sentTo(path))).toBeTruthy();
    expect(() => new Webhook(rotated.secret).verify(...sentTo(path))).toThrow();

    expect(await pauseEndpoint(coordinator, { endpointId, to: "paused" })).toEqual({ ok: true });
    expect(await pauseEndpoint(coordinator, { endpointId, to: "paused" })).toEqual({ ok: true });
    expect(await pauseEndpoint(coordinator, { endpointId, to: "on" })).toEqual({ ok: true });
    const url = `http://${receiver.host}/ok/moved`;
    const topics = ["food"];
    expect(await changeWebhook(coordinator, { ...everything, endpointId, name: "新", url, topics })).toEqual({
      ok: true,
    });
    const before = await db.endpoint.findUniqueOrThrow({ where: { id: endpointId } });
    expect(await removeEndpoint(coordinator, { endpointId })).toEqual({ ok: true });
    expect((await db.endpoint.findUniqueOrThrow({ where: { id: endpointId } })).secret).not.toEqual(
      before.secret,
    );
    expect(await testWebhook(coordinator, { endpointId })).toEqual({ ok: false, reason: "ENDPOINT_ENDED" });
    expect(await rotateWebhook(coordinator, { endpointId, overlap: "day" })).toMatchObject({ ok: false });

    const events = await db.event.findMany({ where: { subjectId: endpointId }, orderBy: { seq: "asc" } });
    expect(events.map(({ type }) => type)).toEqual([
      "endpoint.added",
      "endpoint.tested",
      "endpoint.rotated",
      "endpoint.tested",
      "endpoint.rotated",
      "endpoint.tested",
      "endpoint.paused",
      "endpoint.resumed",
      "endpoint.changed",
      "endpoint.removed",
    ]);
    const row = await db.endpoint.findUniqueOrThrow({ where: { id: endpointId } });
    expect(JSON.stringify([row, events.map(({ data }) => data)])).not.toContain(secret);
    expect(Buffer.from(row.secret ?? []).includes(Buffer.from(secret))).toBe(false);
  });

  it("is seen and changed by nobody of another member, and shown to the desk without being changed", async () => {
    const { endpointId, coordinator } = await add("/ok/others");
    const stranger = await person("coordinator", "outlet-chuanguan");
    const writer = await person("writer");
    const auditor = await person("auditor", "sc-piyao");
    for (const actor of [stranger, writer, auditor]) {
      await expect(loadWebhook(actor, endpointId)).rejects.toThrow("FORBIDDEN");
      await expect(rotateWebhook(actor, { endpointId, overlap: "none" })).rejects.toThrow("FORBIDDEN");
      await expect(testWebhook(actor, { endpointId })).rejects.toThrow("FORBIDDEN");
      await expect(removeEndpoint(actor, { endpointId })).rejects.toThrow("FORBIDDEN");
      await expect(replayDeliveries(actor, { endpointId })).rejects.toThrow("FORBIDDEN");
    }
    await expect(listEndpoints(writer)).rejects.toThrow("FORBIDDEN");
    const ids = async (actor: Parameters<typeof listEndpoints>[0]) =>
      (await listEndpoints(actor)).flatMap(({ endpoints }) => endpoints.map(({ id }) => id));
    expect(await ids(coordinator)).toContain(endpointId);
    expect(await ids(auditor)).toContain(endpointId);
    expect(await ids(stranger)).not.toContain(endpointId);
  });

  it("wants only topics and places that there are, and is one of a few", async () => {
    const at = "outlet-chuanguan";
    const coordinator = await person("coordinator", at);
    const one = { memberId: at, name: "a", url: `http://${receiver.host}/ok/many`, ...everything };
    await expect(addWebhook(coordinator, { ...one, topics: ["no-such"] })).rejects.toMatchObject({
      fields: [{ path: "topics", message: "unknown" }],
    });
    await expect(addWebhook(coordinator, { ...one, divisions: ["999999"] })).rejects.toMatchObject({
      fields: [{ path: "divisions", message: "unknown" }],
    });
    const made = await Promise.all(
      Array.from({ length: ENDPOINTS_PER_MEMBER + 3 }, () => addWebhook(coordinator, one)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(ENDPOINTS_PER_MEMBER);
    expect(made.filter((each) => !each.ok && each.reason === "TOO_MANY_WEBHOOKS")).toHaveLength(3);
  });

  it("shows what was given up, and has it sent again under the same id", async () => {
    const path = "/broken/replayed";
    const { endpointId, coordinator } = await add(path);
    const { debunk } = await seedClaim({ status: "published" });
    await deliverPublication(debunk?.id ?? "");
    await db.delivery.updateMany({ where: { endpointId }, data: { attempts: 9 } });
    await sendDeliveries();
    const listed = (await listEndpoints(coordinator)).flatMap(({ endpoints }) => endpoints);
    expect(listed.find(({ id }) => id === endpointId)).toMatchObject({ givenUp: 1, waiting: 0 });
    receiver.replies.set(path, (response) => void response.writeHead(204).end());
    expect(await replayDeliveries(coordinator, { endpointId })).toEqual({ ok: true, count: 1 });
    expect(await replayDeliveries(coordinator, { endpointId })).toEqual({
      ok: false,
      reason: "NOT_GIVEN_UP",
    });
    await sendDeliveries();
    const [first, second] = receiver.callsOf(path);
    expect([second?.headers["webhook-id"], second?.body]).toEqual([
      first?.headers["webhook-id"],
      first?.body,
    ]);
  });

  it("says what a receiver made of a test, however it behaves", async () => {
    const { endpointId, coordinator } = await add("/broken/test");
    expect(await testWebhook(coordinator, { endpointId })).toMatchObject({
      ok: false,
      reason: "NOT_TAKEN",
      status: 500,
      answer: "out of order",
    });
    const cut = await add("/cut/test");
    expect(await testWebhook(cut.coordinator, { endpointId: cut.endpointId })).toMatchObject({
      reason: "NOT_TAKEN",
      status: null,
      error: "ECONNRESET",
    });
  });
});

it("what a webhook took is received by its member once in the desk's count", async () => {
  const ended = { disabledAt: now(), disabledBecause: "removed" } as const;
  await db.endpoint.updateMany({ where: { kind: "webhook", disabledAt: null }, data: ended });
  const { endpointId } = await add("/ok/counted");
  const { debunk } = await seedClaim({ status: "published" });
  await deliverPublication(debunk?.id ?? "");
  await sendDeliveries();
  expect(await db.delivery.count({ where: { endpointId, sentAt: { not: null } } })).toBe(1);
  const { items } = await listReceipts(await person("duty-editor", "sc-piyao"));
  const row = items.find((item) => item.debunk.slug === debunk?.slug);
  expect(row).toMatchObject({ sent: await db.member.count({ where: { tier: { not: "1" } } }), received: 1 });
});
