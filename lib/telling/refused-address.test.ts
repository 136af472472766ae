import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { trackReport } from "#lib/answers/track-report";
import { at } from "#lib/platform/at";
import { after, days, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { isNoMailbox } from "#lib/platform/mail";
import { seedClaim } from "#seed/claims";
import { confirmFollower } from "./confirm-follower.ts";
import { followClaim } from "./follow-claim.ts";
import { forgetRefusals, REFUSED_DAYS } from "./refused-address.ts";
import { sendNotifications } from "./send-notifications.ts";
import { tellOfClaim } from "./tell-people.ts";
import { newAddress, published } from "./testing/to-tell.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("./testing/own-mailbox.ts");
  return startOwnMailbox();
});
afterAll(mail.stop);
afterEach(() => mail.refusals.clear());
const { letters } = mail;

const later = (milliseconds: number) => after(now(), milliseconds);

/** A claim that somebody with this address asked about is answered, and they are told. */
async function told(address: string, receivedAt?: Date) {
  const one = await published(address, "published", receivedAt);
  await tellOfClaim(one.event);
  await sendNotifications();
  return one;
}

/** News of what was asked before the address was refused. */
const newsOf = async ({ event }: Awaited<ReturnType<typeof published>>) => {
  await db.notification.deleteMany({ where: { eventId: event.id } });
  await tellOfClaim(event);
  await sendNotifications();
};

const refusedWith = async (answer: number | string) => {
  const address = newAddress();
  mail.refusals.set(address, answer);
  const first = await told(address);
  mail.refusals.clear();
  return { address, first };
};

describe("an address that is refused", () => {
  it.each([550, "550 5.1.1 no such user", "553 5.1.3 bad syntax", "550 5.2.1 disabled"])(
    "with %s is not tried again with later news",
    async (answer) => {
      const { address, first } = await refusedWith(answer);
      await newsOf(first);
      expect(await letters(address)).toEqual([]);
      const rows = await db.notification.findMany({ where: { eventId: first.event.id } });
      expect(rows).toMatchObject([{ failedAt: expect.any(Date), sentAt: null, attempts: 0 }]);
    },
  );

  it.each([552, 554, "550 5.7.1 blocked for spam", "553 5.1.8 bad sender", "530 5.7.0 log in first"])(
    "with %s, for what is ours or passes, is written to with the next news",
    async (answer) => {
      const { address, first } = await refusedWith(answer);
      await newsOf(first);
      expect(await letters(address)).toHaveLength(1);
    },
  );

  it("is known by a keyed hash and a time only", async () => {
    const { address } = await refusedWith(550);
    const row = await db.refusedAddress.findFirstOrThrow({ orderBy: { refusedAt: "desc" } });
    expect(Object.keys(row)).toEqual(["addressHash", "refusedAt"]);
    expect(Buffer.from(row.addressHash).toString("latin1")).not.toContain(address);
  });

  it("may be written to again for another report, and then for the first as well", async () => {
    const { address, first } = await refusedWith(550);
    await at(later(days(9)), () => told(address, later(minutes(1))));
    expect(await letters(address)).toHaveLength(1);
    await at(later(days(10)), () => newsOf(first));
    expect(await letters(address)).toHaveLength(2);
  });

  it("may be written to again when it is given to follow a claim, and when it is confirmed", async () => {
    const { address, first } = await refusedWith("550 5.1.1 no such user");
    const claim = await seedClaim({ status: "verifying" });
    const input = { claimId: claim.id, email: address, locale: "en" as const };
    await followClaim(input);
    await sendNotifications();
    const [letter] = await letters(address);
    const row = {
      addressHash: (await db.follower.findFirstOrThrow({ where: { claimId: claim.id } })).addressHash,
    };
    await db.refusedAddress.create({ data: { ...row, refusedAt: later(minutes(1)) } });
    const token = /follow\/confirm\?token=([\w.-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
    expect(await confirmFollower(token)).toEqual({ ok: true });
    await newsOf(first);
    expect(await letters(address)).toHaveLength(2);
  });

  it("is asked to confirm again when it is given again", async () => {
    const address = newAddress();
    const claim = await seedClaim({ status: "verifying" });
    const input = { claimId: claim.id, email: address, locale: "en" as const };
    mail.refusals.set(address, 550);
    await followClaim(input);
    await sendNotifications();
    mail.refusals.clear();
    await at(later(minutes(11)), async () => {
      await followClaim(input);
      await sendNotifications();
    });
    expect(await letters(address)).toHaveLength(1);
  });

  it("is forgotten after a time", async () => {
    const { address, first } = await refusedWith(550);
    await at(later(days(REFUSED_DAYS - 1)), async () => {
      await forgetRefusals();
      await newsOf(first);
    });
    expect(await letters(address)).toEqual([]);
    await at(later(days(REFUSED_DAYS + 1)), async () => {
      await forgetRefusals();
      await newsOf(first);
    });
    expect(await letters(address)).toHaveLength(1);
  });

  it("is said to whoever looks at the report it was left with", async () => {
    const { first } = await refusedWith(550);
    const [report] = first.claim.reports;
    expect(await trackReport(report?.receipt ?? "")).toMatchObject({ leftEmail: true, addressRefused: true });
    const other = await told(newAddress());
    expect(await trackReport(other.claim.reports[0]?.receipt ?? "")).toMatchObject({ addressRefused: false });
  });
});

it.each([
  ["550-5.1.1 The account does not exist.\n550 5.1.1 Learn more", true],
  ["550 No such user here", true],
  ["551 User not local", true],
  ["550 5.1.10 null MX", true],
  ["550 5.1.7 bad sender", false],
  ["554 Relay access denied", false],
  ["554 5.7.1 Relay access denied", false],
  ["552 5.2.2 mailbox full", false],
  ["450 4.1.1 try later", false],
])("takes %s for what it is", (answer, is) => expect(isNoMailbox(answer)).toBe(is));
