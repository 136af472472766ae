import { after, days, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { hashAddress } from "./address.ts";
import { openAddress } from "./find-addresses.ts";

type AddressHash = Uint8Array<ArrayBuffer>;

/** For so long an address that was refused is not tried again, unless it is given anew. */
export const REFUSED_DAYS = 90;

/** Remembers that a mail server knows no such mailbox, so that later news are not sent there. */
export async function noteRefusal(addressHash: AddressHash): Promise<void> {
  const refusedAt = now();
  await db.refusedAddress.upsert({
    where: { addressHash },
    create: { addressHash, refusedAt },
    update: { refusedAt },
  });
}

/** Whether an address was refused since it was last given: whoever gives it anew has perhaps mended it. */
export async function isRefused(addressHash: AddressHash, givenAt: Date): Promise<boolean> {
  return (await db.refusedAddress.count({ where: { addressHash, refusedAt: { gt: givenAt } } })) > 0;
}

/** Whether the address that was left with a report was refused since. */
export async function isContactRefused(
  reportId: string,
  sealed: Uint8Array,
  givenAt: Date,
): Promise<boolean> {
  const address = openAddress("contact", reportId, sealed);
  return address !== null && isRefused(hashAddress("email", address), givenAt);
}

/** The address may be written to again: it took a letter, or was given or confirmed anew. */
export async function forgetRefusal(tx: Tx | typeof db, addressHash: AddressHash): Promise<void> {
  await tx.refusedAddress.deleteMany({ where: { addressHash } });
}

/** Forgets refusals that are older than anybody's patience. */
export async function forgetRefusals(): Promise<void> {
  await db.refusedAddress.deleteMany({ where: { refusedAt: { lt: after(now(), -days(REFUSED_DAYS)) } } });
}
