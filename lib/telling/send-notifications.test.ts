import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, expect, it, vi } from "vitest";
import type { Role } from "#lib/access/roles";
import { at } from "#lib/platform/at";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { listGivenUpLetters } from "./queries.ts";
import { retryLetters } from "./retry-letters.ts";
import { sendNotifications } from "./send-notifications.ts";
import { tellOfClaim } from "./tell-people.ts";
import { newAddress, published } from "./testing/to-tell.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("./testing/own-mailbox.ts");
  return startOwnMailbox();
});
afterAll(mail.stop);
const { letters } = mail;

const platform = async (role: Role) => actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role }] }));

it("tries again what the server refuses for now", async () => {
  const busy = newAddress();
  mail.refusals.set(busy, 451);
  await tellOfClaim((await published(busy)).event);
  await sendNotifications();
  mail.refusals.clear();
  await db.notification.updateMany({ where: { sentAt: null, failedAt: null }, data: { dueAt: now() } });
  await sendNotifications();
  expect(await letters(busy)).toHaveLength(1);
});

it("is not held up by an address that cannot be opened", async () => {
  const [to, lost] = [newAddress(), newAddress()];
  const other = await published(lost);
  const { event } = await published(to);
  const reportId = other.claim.reports[0]?.id ?? "";
  await db.reportContact.update({ where: { reportId }, data: { sealed: new Uint8Array(60) } });
  await tellOfClaim(other.event);
  await tellOfClaim(event);
  await sendNotifications();
  expect(await letters(to)).toHaveLength(1);
  const row = await db.notification.findFirstOrThrow({ where: { recipientId: reportId } });
  expect(row.failedAt).toBeInstanceOf(Date);
});

it("gives up after ten attempts, which the desk sees, and sends when the desk says so", async () => {
  const to = newAddress();
  mail.refusals.set(to, 451);
  const { event } = await published(to);
  await tellOfClaim(event);
  await db.notification.updateMany({ where: { eventId: event.id }, data: { attempts: 9 } });
  await sendNotifications();
  mail.refusals.clear();
  await sendNotifications();
  expect(await letters(to)).toEqual([]);
  const row = await db.notification.findFirstOrThrow({ where: { eventId: event.id } });
  expect(row).toMatchObject({ attempts: 10, failure: "tries", error: "SMTP-451" });

  const [auditor, editor] = [await platform("auditor"), await platform("duty-editor")];
  const shown = (await listGivenUpLetters(auditor)).find(({ eventId }) => eventId === event.id);
  expect(shown).toMatchObject({ recipient: "report", count: 1, type: event.type, claimId: event.claimId });
  await expect(listGivenUpLetters(await platform("moderator"))).rejects.toThrow("FORBIDDEN");
  const one = { which: "one", eventId: event.id, recipient: "report" } as const;
  await expect(retryLetters(auditor, one)).rejects.toThrow("FORBIDDEN");
  expect(await retryLetters(editor, one)).toEqual({ ok: true, count: 1 });
  expect(await retryLetters(editor, one)).toEqual({ ok: false, reason: "NOT_GIVEN_UP" });
  expect(await db.event.count({ where: { type: "letter.retried", subjectId: event.id } })).toBe(1);
  await sendNotifications();
  expect(await letters(to)).toHaveLength(1);
});

it("lists nothing that was refused or outdated as given up", async () => {
  const to = newAddress();
  mail.refusals.set(to, 550);
  const { event } = await published(to);
  await tellOfClaim(event);
  await sendNotifications();
  mail.refusals.clear();
  const row = await db.notification.findFirstOrThrow({ where: { eventId: event.id } });
  expect(row).toMatchObject({ failure: "refused", failedAt: expect.any(Date) });
  expect((await listGivenUpLetters(await platform("admin"))).map(({ eventId }) => eventId)).not.toContain(
    event.id,
  );
});

it("sends what a killed worker had in hand within half a minute, and counts no attempt for its death", async () => {
  const to = newAddress();
  const { event } = await published(to);
  await tellOfClaim(event);
  // A mail server that takes the call and says nothing.
  const silent = createServer();
  await once(silent.listen(0, "127.0.0.1"), "listening");
  const { port } = silent.address() as AddressInfo;
  const env = { ...process.env, SMTP_URL: `smtp://127.0.0.1:${port}`, NODE_OPTIONS: "" };
  const worker = spawn(process.execPath, ["scripts/run-chore.ts", "sendNotifications"], {
    env,
    stdio: "ignore",
  });
  const [call] = await once(silent, "connection");
  worker.kill("SIGKILL");
  await once(worker, "exit");
  call.destroy();
  silent.close();
  const row = await db.notification.findFirstOrThrow({ where: { eventId: event.id } });
  expect(row).toMatchObject({ sentAt: null, failedAt: null, attempts: 0 });
  expect(row.dueAt.getTime() - now().getTime()).toBeLessThan(minutes(0.5));
  expect(await letters(to)).toEqual([]);
  await at(after(row.dueAt, 1), sendNotifications);
  expect(await letters(to)).toHaveLength(1);
});

it("after a death between the server's yes and the record of it sends the same letter under the same name", async () => {
  const to = newAddress();
  const { event } = await published(to);
  await tellOfClaim(event);
  await sendNotifications();
  await db.notification.updateMany({
    where: { eventId: event.id },
    data: { sentAt: null, addressHash: null, dueAt: now() },
  });
  await sendNotifications();
  const [first, second] = await letters(to);
  expect(second?.messageId).toBe(first?.messageId);
});
