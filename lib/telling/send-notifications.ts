import pLimit, { type LimitFunction } from "p-limit";
import { Prisma } from "#lib/platform/db";
import { outbox, type Sending } from "#lib/platform/outbox";
import type { Due } from "./due.ts";
import { findAddresses, type Told } from "./find-addresses.ts";
import { tellAddress } from "./tell-address.ts";

const AT_ONCE = { email: 5, push: 50 } as const;

const notifications = outbox<Due>({
  name: "notifications",
  columns: Prisma.sql`recipient_id::text AS "recipientId", recipient, event_id::text AS "eventId"`,
});

/** Sends everything that is due, what is for one address in one letter. */
export async function sendNotifications(): Promise<void> {
  // A service that hangs holds up its own kind, and only for as long as one call may take.
  const room = { email: pLimit(AT_ONCE.email), push: pLimit(AT_ONCE.push) };
  const turns = new Map<string, LimitFunction>();
  /** What is for one address waits for what went there before, and then for company. */
  const inTurn = (told: Told): Promise<void> => {
    const key = `${told.kind} ${told.address}`;
    const turn = turns.get(key) ?? pLimit(1);
    turns.set(key, turn);
    return turn(() => room[told.kind](() => tellAddress(told)));
  };
  await notifications.workOff(async (due): Promise<Sending<Due>[]> => {
    const { told, gone } = await findAddresses(due);
    await notifications.end(gone, "gone");
    return told.map((one) => ({ rows: one.rows, send: () => inTurn(one) }));
  });
}
