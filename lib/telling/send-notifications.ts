import pLimit from "p-limit";
import { Prisma } from "#lib/platform/db";
import { outbox } from "#lib/platform/outbox";
import type { Due } from "./due.ts";
import { findAddresses } from "./find-addresses.ts";
import { tellAddress } from "./tell-address.ts";

const AT_ONCE = { email: 5, push: 50 } as const;

const notifications = outbox<Due>({
  name: "notifications",
  columns: Prisma.sql`recipient_id::text AS "recipientId", recipient, event_id::text AS "eventId"`,
  together: Prisma.sql`recipient_id`,
});

/** Sends everything that is due, what is for one address in one letter. */
export const sendNotifications = (): Promise<void> => notifications.workOff(tell);

async function tell(due: readonly Due[]): Promise<void> {
  const { told, gone } = await findAddresses(due);
  await notifications.end(gone, "gone");
  // A service that hangs holds up its own kind, and only for as long as one call may take.
  const room = { email: pLimit(AT_ONCE.email), push: pLimit(AT_ONCE.push) };
  await Promise.all(
    told.map((one) => room[one.kind](() => notifications.attempt(one.rows, () => tellAddress(one)))),
  );
}
