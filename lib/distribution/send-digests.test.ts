import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { at } from "#lib/platform/at";
import { days, hours, after as later, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { MOST_ATTEMPTS } from "#lib/platform/outbox";
import { seedDigest } from "#seed/digests";
import { nextHour } from "./due.ts";
import { forgetAttempts } from "./forget-attempts.ts";
import { MOST_BROUGHT } from "./gather-digests.ts";
import { sendDigests } from "./send-digests.ts";
import { correct, publish } from "./testing/publish.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("#lib/telling/testing/own-mailbox");
  return startOwnMailbox();
});
afterAll(mail.stop);
const { letters, bytes } = mail;
afterEach(async () => {
  mail.refusals.clear();
  mail.doubts.clear();
  await db.endpoint.updateMany({
    where: { kind: "email", disabledAt: null },
    data: { disabledAt: now(), disabledBecause: "removed", email: null },
  });
});

const urgent = { urgency: "P1" } as const;
const ordinary = { urgency: "P2" } as const;
/** Just after the next hour at which a digest is sent. */
const atTheHour = <Result>(run: () => Result, hour = 9) => at(later(nextHour(hour, now()), 1), run);
const digestsOf = (endpointId: string) =>
  db.digest.findMany({ where: { endpointId }, orderBy: { createdAt: "asc" }, include: { tries: true } });
const deliveriesOf = (endpointId: string) =>
  db.delivery.findMany({ where: { endpointId }, orderBy: { seq: "asc" } });

describe("the hour of a digest", () => {
  const moment = (text: string) => new Date(`${text}+08:00`);

  it.each([
    ["2026-03-01T08:59:59.999", 9, "2026-03-01T09:00"],
    ["2026-03-01T09:00", 9, "2026-03-02T09:00"],
    ["2026-02-28T23:30", 0, "2026-03-01T00:00"],
    ["2026-12-31T23:00", 23, "2027-01-01T23:00"],
    ["2026-03-01T00:00", 23, "2026-03-01T23:00"],
  ])("after %s is at %s o'clock: %s", (from, hour, to) => {
    expect(nextHour(hour, moment(from))).toEqual(moment(to));
  });
});

describe("a digest", () => {
  it("brings what is urgent at once, and all else at the hour of its address in one letter", async () => {
    const { id, email } = await seedDigest();
    const first = await publish(urgent);
    const [second, third] = [await publish(ordinary), await publish(ordinary)];
    await sendDigests();
    await sendDigests();
    expect(await letters(email)).toHaveLength(1);
    await atTheHour(sendDigests);
    await atTheHour(sendDigests);
    const [now1, daily, ...more] = await letters(email);
    expect(more).toEqual([]);
    expect(now1?.text).toContain(`/debunks/${first.debunk.slug}`);
    for (const { debunk } of [second, third]) {
      expect(now1?.text).not.toContain(debunk.slug);
      expect(daily?.text).toContain(`/debunks/${debunk.slug}\n`);
      expect(daily?.html).toContain(`/debunks/${debunk.slug}"`);
    }
    expect(daily?.text).not.toContain(first.debunk.slug);
    const rows = await deliveriesOf(id);
    expect(rows.map(({ sentAt, failedAt }) => sentAt !== null && failedAt === null)).toEqual([
      true,
      true,
      true,
    ]);
    expect(await digestsOf(id)).toMatchObject([
      { tries: [{ status: 250 }] },
      { tries: [{ status: 250, error: null }] },
    ]);
  });

  it("says the verdict, the title, where it stands and what to copy, as text and as HTML", async () => {
    const { email } = await seedDigest();
    const { debunk } = await publish({ ...urgent, verdict: "misleading" });
    await sendDigests();
    const { content } = await db.debunkVersion.findFirstOrThrow({ where: { debunkId: debunk.id } });
    const [letter] = await letters(email);
    expect(letter?.subject).toContain(`【误导】${content.title}`);
    for (const said of [letter?.text, letter?.html]) {
      expect(said).toContain(content.summary);
      expect(said).toContain(`http://localhost:3000/debunks/${debunk.slug}`);
      expect(said).toContain("/digest?token=");
      expect(said).toContain("/unsubscribe?token=");
    }
    expect(letter?.text).toContain(`【误导】${content.title}\n${content.summary}\n详情：`);
    expect(letter?.headers.get("list")).toMatchObject({ unsubscribe: { url: expect.any(String) } });
  });

  it("speaks the language of its address", async () => {
    const { email } = await seedDigest(undefined, { locale: "en" });
    await publish(urgent);
    await sendDigests();
    const [letter] = await letters(email);
    expect(letter?.text).toContain("Confirm that you have it\nhttp://localhost:3000/en/digest?token=");
    expect(letter?.text).not.toContain("你好");
  });

  it("brings only what it asked for, and the correction of all that it brought", async () => {
    const { id, email } = await seedDigest();
    const none = await seedDigest(undefined, { topics: ["nothing-of-it"] });
    const { debunk } = await publish(urgent);
    await sendDigests();
    await db.endpoint.update({ where: { id }, data: { topics: ["nothing-of-it"] } });
    await correct(debunk.id, "retraction");
    await sendDigests();
    expect(await letters(none.email)).toEqual([]);
    const [, retraction] = await letters(email);
    expect(retraction?.text).toContain("请撤下先前转载的内容");
    expect(retraction?.text).toContain("【已撤回】");
  });

  it("brings the newest version alone, whatever waited or failed before", async () => {
    const { id, email } = await seedDigest();
    const [waits, fails, stays] = [await publish(ordinary), await publish(urgent), await publish(urgent)];
    mail.refusals.set(email, 451);
    await sendDigests();
    mail.refusals.clear();
    await correct(waits.debunk.id);
    await correct(fails.debunk.id);
    await at(later(now(), minutes(2)), sendDigests);
    await at(later(now(), minutes(2)), sendDigests);
    await atTheHour(sendDigests);
    const said = (await letters(email)).map(({ text }) => text ?? "").join();
    const count = (slug: string) => said.split(`/debunks/${slug}\n`).length - 1;
    // Twice: as a link and in what is to be copied.
    expect([waits, fails, stays].map(({ debunk }) => count(debunk.slug))).toEqual([2, 2, 2]);
    const rows = await deliveriesOf(id);
    expect(rows.map(({ failure, sentAt }) => failure ?? (sentAt ? "sent" : "open"))).toEqual([
      "outdated",
      "outdated",
      "sent",
      "sent",
      "sent",
    ]);
    expect((await digestsOf(id)).map(({ failure }) => failure)).toEqual(["outdated", null, null]);
  });

  it("waits while it is paused, and brings then what it missed", async () => {
    const { id, email } = await seedDigest();
    await db.endpoint.update({ where: { id }, data: { pausedAt: now() } });
    const { debunk } = await publish(urgent);
    await sendDigests();
    await correct(debunk.id);
    await sendDigests();
    expect(await letters(email)).toEqual([]);
    await db.endpoint.update({ where: { id }, data: { pausedAt: null } });
    await sendDigests();
    expect(await letters(email)).toHaveLength(1);
  });

  it("of many notices is several letters, none of which is lost", async () => {
    const { email } = await seedDigest();
    const slugs: string[] = [];
    for (let count = 0; count < MOST_BROUGHT + 1; count += 1)
      slugs.push((await publish(ordinary)).debunk.slug);
    await atTheHour(sendDigests);
    const all = await letters(email);
    expect(all).toHaveLength(2);
    const said = all.map(({ text }) => text).join();
    expect(slugs.filter((slug) => !said.includes(`/debunks/${slug}\n`))).toEqual([]);
  });
});

describe("a letter that the server does not take", () => {
  it("comes again with the same bytes, also where nobody knows whether it was taken", async () => {
    const { id, email } = await seedDigest();
    await publish(urgent);
    mail.doubts.set(email, 451);
    await at(later(now(), minutes(1)), sendDigests);
    mail.doubts.clear();
    await at(later(now(), minutes(3)), sendDigests);
    const [first, second, ...more] = bytes(email);
    expect(more).toEqual([]);
    expect(second?.toString()).toBe(first?.toString());
    const [digest] = await digestsOf(id);
    expect(first?.toString()).toContain(`Date: ${digest?.createdAt.toUTCString().replace("GMT", "+0000")}`);
    expect(digest?.tries.map(({ status }) => status).toSorted()).toEqual([250, 451]);
    expect(digest).toMatchObject({ attempts: 2, failedAt: null, sentAt: expect.any(Date) });
  });

  it("is given up after ten attempts, and a 550 ends the address", async () => {
    const { id, email } = await seedDigest();
    const gone = await seedDigest();
    mail.refusals.set(email, "554 5.7.1 not today");
    mail.refusals.set(gone.email, `550 5.1.1 <${gone.email}> no such user`);
    await publish(urgent);
    for (let count = 0; count < MOST_ATTEMPTS; count += 1)
      await at(later(now(), days(2 * count)), sendDigests);
    expect(await deliveriesOf(id)).toMatchObject([{ failure: "tries", attempts: 10, error: "SMTP-554" }]);
    expect(await digestsOf(gone.id)).toMatchObject([{ failure: "gone", tries: [{ status: 550 }] }]);
    const [{ tries } = { tries: [] }] = await digestsOf(gone.id);
    expect(tries[0]?.answer).toContain("no such user");
    expect(tries[0]?.answer).not.toContain(gone.email);
    expect(await deliveriesOf(gone.id)).toMatchObject([{ failure: "gone" }]);
    expect(await db.endpoint.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({
      disabledBecause: "gone",
    });
    expect(await db.event.count({ where: { type: "endpoint.gone", subjectId: gone.id } })).toBe(1);
  });
});

it("sends once where workers send at the same time", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => seedDigest()));
  await publish(urgent);
  await publish(urgent);
  await Promise.all([sendDigests(), sendDigests(), sendDigests()]);
  await sendDigests();
  const counts = await Promise.all(all.map(async ({ email }) => (await letters(email)).length));
  expect(counts).toEqual(all.map(() => 1));
});

it("goes on where a killed worker was, with the same bytes", async () => {
  const { createServer } = await import("node:net");
  const hanging = createServer((socket) => socket.on("error", () => {}).write("220 hang\r\n"));
  let calls = 0;
  hanging.on("connection", () => {
    calls += 1;
  });
  hanging.listen(0, "127.0.0.1");
  await once(hanging, "listening");
  const { port } = hanging.address() as { port: number };
  const { id, email } = await seedDigest();
  await publish(urgent);
  const worker = spawn(process.execPath, ["scripts/run-chore.ts", "sendDigests"], {
    env: { ...process.env, NODE_OPTIONS: "", SMTP_URL: `smtp://127.0.0.1:${port}` },
    stdio: "ignore",
  });
  await vi.waitFor(() => expect(calls).toBe(1), { timeout: 30_000 });
  worker.kill("SIGKILL");
  await once(worker, "exit");
  hanging.close();
  const [stored] = await digestsOf(id);
  expect(stored).toMatchObject({ attempts: 0, sentAt: null, failedAt: null, tries: [] });
  await at(later(stored?.dueAt ?? now(), 1), sendDigests);
  const [letter, ...more] = await letters(email);
  expect(more).toEqual([]);
  expect(letter?.text?.trim()).toBe(stored?.text.trim());
});

describe("the database", () => {
  it("lets no letter be composed for an address that was not confirmed, or changed afterwards", async () => {
    const { id, email } = await seedDigest();
    await publish(urgent);
    await sendDigests();
    const [digest] = await digestsOf(id);
    const change = { where: { id: digest?.id ?? "" } };
    await expect(db.digest.update({ ...change, data: { text: "other" } })).rejects.toThrow();
    await expect(db.digest.delete(change)).rejects.toThrow();
    await expect(db.digestVersion.deleteMany({ where: { digestId: digest?.id ?? "" } })).rejects.toThrow();
    await expect(db.endpoint.update({ where: { id }, data: { email: `x${email}` } })).rejects.toThrow();
    await db.endpoint.update({ where: { id }, data: { confirmedAt: null } });
    const { tries: _, ...again } = digest ?? { tries: [] };
    await expect(db.digest.create({ data: { ...again, id: crypto.randomUUID() } as never })).rejects.toThrow(
      /confirmed/,
    );
  });

  it("lets a letter bring nothing that was laid ready for another address", async () => {
    const [one, other] = [await seedDigest(), await seedDigest("outlet-sichuan-daily")];
    await publish(urgent);
    await sendDigests();
    const [letter] = await digestsOf(one.id);
    const [foreign] = await deliveriesOf(other.id);
    const data = { digestId: letter?.id ?? "" };
    await expect(db.delivery.update({ where: { id: foreign?.id ?? "" }, data })).rejects.toThrow();
  });
});

it("forgets what a letter said after its link has ended, and not what it brought", async () => {
  const { id } = await seedDigest();
  await publish(urgent);
  await sendDigests();
  await at(later(now(), days(89)), forgetAttempts);
  expect((await digestsOf(id))[0]?.text).not.toBe("");
  await at(later(now(), days(90) + hours(1)), forgetAttempts);
  expect(await digestsOf(id)).toMatchObject([{ subject: "", text: "", html: "", tries: [] }]);
  expect(await db.digestVersion.count({ where: { endpointId: id } })).toBe(1);
});
