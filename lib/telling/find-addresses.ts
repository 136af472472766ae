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
  /** When a person last gave it, of those who are to be told. */
  givenAt: Date;
  rows: Due[];
};

type Address = Pick<Told, "kind" | "address" | "locale" | "givenAt">;

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
    if (address.givenAt > group.givenAt) group.givenAt = address.givenAt;
    told.set(key, group);
  }
  return { told: [...told.values()], gone };
}

const hashOf = ({ kind, address }: Pick<Address, "kind" | "address">) =>
  hashAddress(kind, kind === "email" ? address : (JSON.parse(address) as { endpoint: string }).endpoint);

type Found = [string, Address & { isConfirmed: boolean }];

const idsOf = (due: readonly Due[], kind: Due["recipient"]): string[] => [
  ...new Set(due.filter(({ recipient }) => recipient === kind).map(({ recipientId }) => recipientId)),
];

async function ofReports(due: readonly Due[]): Promise<Found[]> {
  const contacts = await db.reportContact.findMany({
    where: { reportId: { in: idsOf(due, "report") }, kind: "email" },
    select: { reportId: true, sealed: true, report: { select: { locale: true, submittedAt: true } } },
  });
  return contacts.flatMap(({ reportId, sealed, report: { locale, submittedAt: givenAt } }) => {
    const address = openAddress("contact", reportId, sealed);
    return address === null
      ? []
      : [[reportId, { kind: "email", address, locale, givenAt, isConfirmed: true }]];
  });
}

async function ofFollowers(due: readonly Due[]): Promise<Found[]> {
  const followers = await db.follower.findMany({
    where: { id: { in: idsOf(due, "follower") } },
    select: { id: true, kind: true, sealed: true, locale: true, createdAt: true, confirmedAt: true },
  });
  return followers.flatMap(({ id, kind, sealed, locale, createdAt: givenAt, confirmedAt }) => {
    const address = openAddress("follower", id, sealed);
    const isConfirmed = confirmedAt !== null;
    return address === null ? [] : [[id, { kind, address, locale, givenAt, isConfirmed }]];
  });
}

/** One that cannot be opened, with a key that was lost, does not keep the others from being told. */
export function openAddress(purpose: string, id: string, sealed: Uint8Array): string | null {
  try {
    return unseal(purpose, id, sealed);
  } catch (error) {
    log.error({ err: error, purpose }, "a sealed address cannot be opened");
    return null;
  }
}
