import { db } from "#lib/platform/db";

const LISTED = 50;

/** What was to be sent to an endpoint of late, newest first, with each attempt. For whoever has loaded the endpoint. */
export const listSent = (endpointId: string) =>
  db.delivery.findMany({
    where: { endpointId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LISTED,
    select: {
      id: true,
      createdAt: true,
      sentAt: true,
      failedAt: true,
      failure: true,
      dueAt: true,
      attempts: true,
      version: { select: { number: true, debunk: { select: { slug: true, title: true } } } },
      tries: {
        orderBy: { at: "desc" },
        take: 10,
        select: { id: true, at: true, milliseconds: true, status: true, error: true, answer: true },
      },
    },
  });

export type SentRow = Awaited<ReturnType<typeof listSent>>[number];

/** How much was given up for an endpoint that could be sent again. */
export const countGivenUpFor = (endpointId: string): Promise<number> =>
  db.delivery.count({ where: { endpointId, failure: "tries" } });

/** How many deliveries of all members were given up. */
export const countGivenUpDeliveries = (): Promise<number> =>
  db.delivery.count({ where: { failure: "tries" } });
