import { system } from "#lib/access/actor";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { CONFIRM_HOURS } from "./digest.ts";
import { takeAway } from "./remove-endpoint.ts";

/** Forgets addresses that members gave and that nobody confirmed. */
export async function dropUnconfirmed(): Promise<void> {
  const old = await db.endpoint.findMany({
    where: {
      kind: "email",
      confirmedAt: null,
      disabledAt: null,
      createdAt: { lt: after(now(), -hours(CONFIRM_HOURS)) },
    },
    select: { id: true, memberId: true, kind: true },
  });
  for (const endpoint of old) await db.$transaction((tx) => takeAway(tx, endpoint, system));
}
