import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#lib/access/roles";
import { at } from "#lib/platform/at";
import { days, hours, after as later, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { MOST_ATTEMPTS } from "#lib/platform/outbox";
import { signId } from "#lib/platform/signed-id";
import { handlersOf } from "#lib/web/handlers";
import { call } from "#lib/web/testing/call";
import { seedDigest } from "#seed/digests";
import { actorOf, seedPerson } from "#seed/people";
import { addDigest } from "./add-digest.ts";
import { changeDigest } from "./change-digest.ts";
import { confirmDigest, findDigestToConfirm } from "./confirm-digest.ts";
import { CONFIRM_DIGEST, RECEIVE_DIGEST, STOP_DIGEST } from "./digest.ts";
import { dropUnconfirmed } from "./drop-unconfirmed.ts";
import { nextHour } from "./due.ts";
import { ENDPOINTS_PER_MEMBER } from "./endpoint-room.ts";
import { addDigestSchema } from "./endpoint-schema.ts";
import { listLetters } from "./list-attempts.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { mailDigest } from "./mail-digest.ts";
import { pauseEndpoint } from "./pause-endpoint.ts";
import { listReceipts } from "./queries.ts";
import { findDigest, receiveDigest } from "./receive-digest.ts";
import { removeEndpoint } from "./remove-endpoint.ts";
import { replayDeliveries } from "./replay-deliveries.ts";
import { sendDigests } from "./send-digests.ts";
import { stopDigest } from "./stop-digest.ts";
import { correct, publish } from "./testing/publish.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("#lib/telling/testing/own-mailbox");
  return startOwnMailbox();
});
afterAll(mail.stop);
const { letters } = mail;
afterEach(async () => {
  mail.refusals.clear();
  await db.endpoint.updateMany({
    where: { kind: "email", disabledAt: null },
    data: { disabledAt: now(), disabledBecause: "removed", email: null },
  });
});

const memberId = "outlet-cover-news";
const urgent = { urgency: "P0" } as const;
const person = async (role: Role, of = memberId) =>
  actorOf(await seedPerson({ roles: [{ memberId: of, role }] }));
const newAddress = () => `editors-${newId()}@example.org`;
const wanted = () => ({
  name: "值班编辑",
  hour: 8,
  locale: "zh-CN" as const,
  topics: [],
  divisions: [],
  urgencies: [],
});

async function add(email = newAddress(), of = memberId) {
  const coordinator = await person("coordinator", of);
  const outcome = await addDigest(coordinator, { ...wanted(), memberId: of, email });
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...outcome, coordinator, email };
}

const tokenIn = (text: string | undefined, page: string): string =>
  decodeURIComponent(new RegExp(`${page}\\?token=([^\\s"]+)`).exec(text ?? "")?.[1] ?? "");

/** An address that has received a letter with these many notices, and the link in it. */
async function received(count = 1, seeded?: { id: string; email: string }) {
  const { id, email } = seeded ?? (await seedDigest());
  const notices = [];
  for (let at = 0; at < count; at += 1) notices.push(await publish(urgent));
  await sendDigests();
  const letter = (await letters(email)).at(-1);
  return { id, email, notices, token: tokenIn(letter?.text, "/digest") };
}

const receiptsOf = (debunkId: string, of = memberId) =>
  db.delivery.findFirstOrThrow({
    where: { endpoint: { kind: "pull", memberId: of }, version: { debunkId } },
    orderBy: { seq: "desc" },
    select: { receivedAt: true },
  });

describe("an address", () => {
  it("is asked first, and sent nothing before it has confirmed; a look at the link does not", async () => {
    const { endpointId: id, email, mailed } = await add();
    expect(mailed).toMatchObject({ outcome: "sent", status: 250 });
    const [question, ...more] = await letters(email);
    expect(more).toEqual([]);
    expect(question?.text).toContain("封面新闻");
    const token = tokenIn(question?.text, "/digest/confirm");
    expect(await findDigestToConfirm(token)).toMatchObject({ confirmedAt: null });
    await publish(urgent);
    await sendDigests();
    expect(await letters(email)).toHaveLength(1);
    expect(await confirmDigest(token)).toEqual({ ok: true });
    expect(await confirmDigest(token)).toEqual({ ok: true });
    expect(await db.event.count({ where: { type: "endpoint.confirmed", subjectId: id } })).toBe(1);
    await publish(urgent);
    await sendDigests();
    expect(await letters(email)).toHaveLength(2);
  });

  it("is forgotten when nobody confirms it, and its link is dead then", async () => {
    const { endpointId: id } = await add();
    const token = signId(CONFIRM_DIGEST, id);
    await at(later(now(), hours(47)), dropUnconfirmed);
    expect(await findDigestToConfirm(token)).not.toBeNull();
    await at(later(now(), hours(48) + 1), async () => {
      expect(await confirmDigest(token)).toEqual({ ok: false });
      await dropUnconfirmed();
    });
    expect(await db.endpoint.findUniqueOrThrow({ where: { id } })).toMatchObject({
      email: null,
      disabledBecause: "removed",
    });
    expect(await confirmDigest(token)).toEqual({ ok: false });
    for (const other of [signId(RECEIVE_DIGEST, id), id, `${token}x`, signId(CONFIRM_DIGEST, newId())])
      expect(await confirmDigest(other)).toEqual({ ok: false });
  });

  it("of one member stands there once, and is asked three times a day at most", async () => {
    const { endpointId, coordinator, email } = await add();
    const again = { ...wanted(), memberId, email };
    expect(await addDigest(coordinator, again)).toEqual({ ok: false, reason: "ADDRESS_KNOWN" });
    for (let count = 0; count < 2; count += 1)
      expect(await mailDigest(coordinator, { endpointId })).toMatchObject({ ok: true, status: 250 });
    await expect(mailDigest(coordinator, { endpointId })).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await letters(email)).toHaveLength(3);
    await removeEndpoint(coordinator, { endpointId });
    await expect(addDigest(coordinator, again)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    // The same mailbox under another name.
    const alias = email.toUpperCase().replace("@", "+2@");
    await expect(addDigest(coordinator, { ...again, email: alias })).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
    expect(await db.endpoint.count({ where: { email } })).toBe(0);
  });

  it.each(["no", "a b@example.org", "a@example.org,b@example.org", "a@example.org\nBcc: b@example.org"])(
    "cannot be %j",
    (email) => {
      const read = addDigestSchema.safeParse({ memberId, email, name: "a", hour: "9", locale: "en" });
      expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["email"]);
    },
  );

  it.each(["-1", "24", "9.5", "x"])("has no letter at %s o'clock", (hour) => {
    const read = addDigestSchema.safeParse({
      memberId,
      email: "a@example.org",
      name: "a",
      hour,
      locale: "en",
    });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["hour"]);
  });

  it("that the mail server refuses is told so at once", async () => {
    const email = newAddress();
    mail.refusals.set(email, `550 5.1.1 <${email}> nobody here`);
    const { mailed } = await add(email);
    expect(mailed).toMatchObject({ outcome: "no-mailbox", status: 550 });
    expect(mailed.answer).not.toContain(email);
  });

  it("is in the hands of its member and of nobody else", async () => {
    const { endpointId } = await add();
    const strangers = [await person("coordinator", "outlet-sichuan-daily"), await person("writer")];
    const changes = { endpointId, ...wanted() };
    for (const stranger of strangers) {
      await expect(changeDigest(stranger, changes)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(mailDigest(stranger, { endpointId })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(removeEndpoint(stranger, { endpointId })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(addDigest(stranger, { ...wanted(), memberId, email: newAddress() })).rejects.toMatchObject(
        { code: "FORBIDDEN" },
      );
    }
  });

  it("is one of ten at most", async () => {
    for (let count = 0; count < ENDPOINTS_PER_MEMBER; count += 1) await seedDigest("outlet-chuanguan");
    const coordinator = await person("coordinator", "outlet-chuanguan");
    const input = { ...wanted(), email: newAddress() };
    expect(await addDigest(coordinator, { ...input, memberId: "outlet-chuanguan" })).toEqual({
      ok: false,
      reason: "TOO_MANY_DIGESTS",
    });
  });
});

describe("a digest", () => {
  it("waits for the new hour when that is changed, and in the desk's list", async () => {
    const { id, email } = await seedDigest(memberId, { hour: 9 });
    const coordinator = await person("coordinator");
    await publish({ urgency: "P3" });
    const hour = 15;
    const changes = { ...wanted(), hour };
    await changeDigest(coordinator, { endpointId: id, ...changes });
    expect(await listLetters(id)).toMatchObject([{ dueAt: nextHour(hour, now()), sentAt: null }]);
    await at(later(nextHour(hour, now()), -1), sendDigests);
    expect(await letters(email)).toEqual([]);
    await at(nextHour(hour, now()), sendDigests);
    expect(await letters(email)).toHaveLength(1);
  });

  it("can be tested, paused, sent again and taken away, and then its address is forgotten", async () => {
    const { id: endpointId, email } = await seedDigest();
    const coordinator = await person("coordinator");
    expect(await mailDigest(coordinator, { endpointId })).toMatchObject({ ok: true });
    expect((await letters(email))[0]?.subject).toContain("测试邮件");
    mail.refusals.set(email, 451);
    const { debunk } = await publish(urgent);
    for (let count = 0; count < MOST_ATTEMPTS; count += 1)
      await at(later(now(), days(2 * count)), sendDigests);
    mail.refusals.clear();
    const [{ endpoints } = { endpoints: [] }] = (await listEndpoints(coordinator)).filter(
      ({ id }) => id === memberId,
    );
    expect(endpoints.find(({ id }) => id === endpointId)).toMatchObject({ givenUp: 1, waiting: 0 });
    expect(await replayDeliveries(coordinator, { endpointId })).toEqual({ ok: true, count: 1 });
    await pauseEndpoint(coordinator, { endpointId, to: "paused" });
    await sendDigests();
    expect(await letters(email)).toHaveLength(1);
    await pauseEndpoint(coordinator, { endpointId, to: "on" });
    await sendDigests();
    expect((await letters(email))[1]?.text).toContain(debunk.slug);
    await publish(urgent);
    expect(await removeEndpoint(coordinator, { endpointId })).toEqual({ ok: true });
    await sendDigests();
    expect(await letters(email)).toHaveLength(2);
    expect(await db.endpoint.findUniqueOrThrow({ where: { id: endpointId } })).toMatchObject({ email: null });
    const events = await db.event.findMany({ where: { subjectId: endpointId } });
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(email);
  });

  it("can be stopped by whoever reads it, with one POST, and a GET stops nothing", async () => {
    const { id, email } = await received();
    const link = (await letters(email))[0]?.headers.get("list") as { unsubscribe?: { url?: string } };
    const path = (link.unsubscribe?.url ?? "").replace("http://localhost:3000", "");
    const { GET, POST } = handlersOf("/api/v1/unsubscribe");
    expect((await call(GET, path)).status).toBe(303);
    const kept = () => db.endpoint.findUniqueOrThrow({ where: { id } });
    expect(await kept()).toMatchObject({ disabledAt: null });
    expect((await call(POST, path, { method: "POST" })).status).toBe(204);
    expect(await kept()).toMatchObject({ disabledBecause: "stopped", email: null });
    const coordinator = await person("coordinator");
    const shown = async () =>
      (await listEndpoints(coordinator)).flatMap(({ endpoints }) => endpoints).map((endpoint) => endpoint.id);
    expect(await shown()).toContain(id);
    expect(await stopDigest(signId(STOP_DIGEST, id))).toBe(true);
    expect(await stopDigest(signId(RECEIVE_DIGEST, id))).toBe(false);
    expect(await db.event.count({ where: { type: "endpoint.stopped", subjectId: id } })).toBe(1);
    expect(await removeEndpoint(coordinator, { endpointId: id })).toEqual({ ok: true });
    expect(await shown()).not.toContain(id);
    expect(await stopDigest(signId(STOP_DIGEST, id))).toBe(true);
    expect(await kept()).toMatchObject({ disabledBecause: "removed" });
  });
});

describe("the link in a letter", () => {
  it("confirms what the letter brought, for its member, once", async () => {
    const { token, notices, id } = await received(2);
    const other = await publish(urgent);
    expect((await findDigest(token))?.brings).toHaveLength(2);
    for (const { debunk } of notices) expect(await receiptsOf(debunk.id)).toEqual({ receivedAt: null });
    expect(await receiveDigest(token)).toEqual({ ok: true });
    const [first] = notices;
    const { receivedAt } = await receiptsOf(first?.debunk.id ?? "");
    expect(receivedAt).toBeInstanceOf(Date);
    expect(await at(later(now(), hours(1)), () => receiveDigest(token))).toEqual({ ok: true });
    expect(await receiptsOf(first?.debunk.id ?? "")).toEqual({ receivedAt });
    expect(await receiptsOf(first?.debunk.id ?? "", "outlet-sichuan-daily")).toEqual({ receivedAt: null });
    expect(await receiptsOf(other.debunk.id)).toEqual({ receivedAt: null });
    const events = await db.event.findMany({
      where: { type: "delivery.received", claimId: { in: notices.map(({ claimId }) => claimId) } },
    });
    expect(events).toHaveLength(2);
    expect((await listLetters(id))[1]).toMatchObject({
      versions: [{ number: 1 }, { number: 1 }],
      receivedAt,
    });
    const desk = await listReceipts(await person("duty-editor", "sc-piyao"));
    expect(desk.items.find(({ debunk }) => debunk.slug === first?.debunk.slug)).toMatchObject({
      received: 1,
    });
  });

  it("is answered once where two press at the same time", async () => {
    const { token, notices } = await received();
    await Promise.all([receiveDigest(token), receiveDigest(token), receiveDigest(token)]);
    const claimId = notices[0]?.claimId ?? "";
    expect(await db.event.count({ where: { type: "delivery.received", claimId } })).toBe(1);
  });

  it("confirms the version that the letter brought, and not the one that came since", async () => {
    const { token, notices, ...seeded } = await received();
    const debunkId = notices[0]?.debunk.id ?? "";
    await correct(debunkId);
    await receiveDigest(token);
    expect(await receiptsOf(debunkId)).toEqual({ receivedAt: null });
    const found = await findDigest(token);
    expect(found?.brings[0]?.delivery.version).toMatchObject({ number: 1, debunk: { currentVersion: 2 } });
    const own = { endpointId: seeded.id, version: { debunkId } };
    const rows = await db.delivery.findMany({ where: own, orderBy: { seq: "asc" } });
    expect(rows.map(({ receivedAt }) => receivedAt !== null)).toEqual([true, false]);
  });

  it("answers for a letter of which nobody knew that it had arrived, which does not come again then", async () => {
    const { id, email } = await seedDigest();
    mail.doubts.set(email, 451);
    await publish(urgent);
    await sendDigests();
    mail.doubts.clear();
    const [letter] = await letters(email);
    await receiveDigest(tokenIn(letter?.text, "/digest"));
    await at(later(now(), days(1)), sendDigests);
    expect(await letters(email)).toHaveLength(1);
    expect(await listLetters(id)).toMatchObject([{ sentAt: expect.any(Date), receivedAt: expect.any(Date) }]);
  });

  it("ends after ninety days, with its endpoint, and was never one that others made", async () => {
    const { id, token, notices } = await received();
    await at(later(now(), days(90) + 1), async () => {
      expect(await findDigest(token)).toBeNull();
      expect(await receiveDigest(token)).toEqual({ ok: false });
    });
    const digestId = token.split(".")[0] ?? "";
    for (const forged of [
      digestId,
      `${token}A`,
      signId(CONFIRM_DIGEST, digestId),
      signId(RECEIVE_DIGEST, newId()),
      "",
    ])
      expect(await receiveDigest(forged), forged).toEqual({ ok: false });
    await removeEndpoint(await person("coordinator"), { endpointId: id });
    expect(await receiveDigest(token)).toEqual({ ok: false });
    expect(await receiptsOf(notices[0]?.debunk.id ?? "")).toEqual({ receivedAt: null });
  });
});
