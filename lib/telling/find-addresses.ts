import type { Locale } from "#lib/i18n/locale";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { unseal } from "#lib/platform/sealed-box";
import { hashAddress } from "./address.ts";
import { type Due, isConfirmation } from "./due.ts";
import type { FollowerKind } from "./vocabulary.ts";

/** Everything that is due for one address. */
export type Told = {
  kind: FollowerKind;
  /** An e-mail address, or a push subscription as JSON. */
  address: string;
  addressHash: Uint8Array<ArrayBuffer>;
  locale: Locale;
  rows: Due[];
};

type Address = Pick<Told, "kind" | "address" | "locale">;

/**
 * Opens the sealed addresses of those who are to be told, which no person sees, and puts together what is for one of
 * them. `gone` are the rows of recipients who are no longer there, or have not confirmed.
 */
export async function findAddresses(due: readonly Due[]): Promise<{ told: Told[]; gone: string[] }> {
  const addresses = new Map([...(await ofReports(due)), ...(await ofFollowers(due))]);
  const told = new Map<string, Told>();
  const gone: string[] = [];
  for (const row of due) {
    const found = addresses.get(row.recipientId);
    if (!found || !(found.isConfirmed || isConfirmation(row))) {
      gone.push(row.id);
      continue;
    }
    const { isConfirmed: _, ...address } = found;
    const key = `${address.kind} ${address.address}`;
    const group = told.get(key) ?? { ...address, addressHash: hashOf(address), rows: [] };
    group.rows.push(row);
    told.set(key, group);
  }
  return { told: [...told.values()], gone };
}

const hashOf = ({ kind, address }: Address) =>
  hashAddress(kind, kind === "email" ? address : (JSON.parse(address) as { endpoint: string }).endpoint);

type Found = [string, Address & { isConfirmed: boolean }];

const idsOf = (due: readonly Due[], kind: Due["recipient"]): string[] => [
  ...new Set(due.filter(({ recipient }) => recipient === kind).map(({ recipientId }) => recipientId)),
];

async function ofReports(due: readonly Due[]): Promise<Found[]> {
  const contacts = await db.reportContact.findMany({
    where: { reportId: { in: idsOf(due, "report") }, kind: "email" },
    select: { reportId: true, sealed: true, report: { select: { locale: true } } },
  });
  return contacts.flatMap(({ reportId, sealed, report: { locale } }) => {
    const address = open("contact", reportId, sealed);
    return address === null ? [] : [[reportId, { kind: "email", address, locale, isConfirmed: true }]];
  });
}

async function ofFollowers(due: readonly Due[]): Promise<Found[]> {
  const followers = await db.follower.findMany({
    where: { id: { in: idsOf(due, "follower") } },
    select: { id: true, kind: true, sealed: true, locale: true, confirmedAt: true },
  });
  return followers.flatMap(({ id, kind, sealed, locale, confirmedAt }) => {
    const address = open("follower", id, sealed);
    return address === null ? [] : [[id, { kind, address, locale, isConfirmed: confirmedAt !== null }]];
  });
}

/** One that cannot be opened, with a key that was lost, does not keep the others from being told. */
function open(purpose: string, id: string, sealed: Uint8Array): string | null {
  try {
    return unseal(purpose, id, sealed);
  } catch (error) {
    log.error({ err: error, purpose }, "a sealed address cannot be opened");
    return null;
  }
}
