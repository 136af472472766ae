import { db } from "#lib/platform/db";
import type { Failure } from "#lib/platform/outbox";

const LISTED = 50;

const version = { select: { number: true, debunk: { select: { slug: true, title: true } } } } as const;
const outcome = {
  id: true,
  createdAt: true,
  sentAt: true,
  failedAt: true,
  failure: true,
  dueAt: true,
  receivedAt: true,
  tries: {
    orderBy: { at: "desc" },
    take: 10,
    select: { id: true, at: true, milliseconds: true, status: true, error: true, answer: true },
  },
} as const;

type Attempt = {
  id: string;
  at: Date;
  milliseconds: number;
  status: number | null;
  error: string | null;
  answer: string | null;
};

/** Something that was to be sent to an endpoint, what it brought, and each attempt. */
export type SentRow = {
  id: string;
  createdAt: Date;
  sentAt: Date | null;
  failedAt: Date | null;
  failure: Failure | null;
  dueAt: Date | null;
  receivedAt: Date | null;
  tries: Attempt[];
  versions: { number: number; debunk: { slug: string; title: string } }[];
};

/** What was to be sent to a webhook of late, newest first. For whoever has loaded the endpoint. */
export async function listSent(endpointId: string): Promise<SentRow[]> {
  const rows = await db.delivery.findMany({
    where: { endpointId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LISTED,
    select: { ...outcome, version },
  });
  return rows.map(({ version: one, ...row }) => ({ ...row, versions: [one] }));
}

/** The letters to an address of late, newest first, and before them what waits for its hour. */
export async function listLetters(endpointId: string): Promise<SentRow[]> {
  const [waiting, letters] = await Promise.all([
    db.delivery.findMany({
      where: { endpointId, digestId: null, sentAt: null, failedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LISTED,
      select: { ...outcome, version },
    }),
    db.digest.findMany({
      where: { endpointId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LISTED,
      select: { ...outcome, brings: { select: { delivery: { select: { seq: true, version } } } } },
    }),
  ]);
  return [
    ...waiting.map(({ version: one, ...row }) => ({ ...row, versions: [one] })),
    ...letters.map(({ brings, ...row }) => ({
      ...row,
      versions: brings
        .map(({ delivery }) => delivery)
        .toSorted((a, b) => Number(a.seq - b.seq))
        .map((delivery) => delivery.version),
    })),
  ];
}

/** How much was given up for an endpoint that could be sent again. */
export const countGivenUpFor = (endpointId: string): Promise<number> =>
  db.delivery.count({ where: { endpointId, failure: "tries" } });

/** How many deliveries of all members were given up. */
export const countGivenUpDeliveries = (): Promise<number> =>
  db.delivery.count({ where: { failure: "tries" } });
