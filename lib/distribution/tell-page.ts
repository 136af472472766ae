import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { counter } from "#lib/platform/counter";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { type GivePageOutcome, givePage } from "./give-page.ts";
import type { TellPage } from "./page-schema.ts";

/** A person does not publish more; a page is opened for each. */
const MOST_A_MINUTE = 20;

/** Pages that one member has opened count together. @throws AppError RATE_LIMITED */
export async function countLook(memberId: string): Promise<void> {
  const { count, resetSeconds } = await counter("looks at pages", 60).add(memberId);
  if (count > MOST_A_MINUTE) throw new AppError("RATE_LIMITED", [], { "Retry-After": String(resetSeconds) });
}

/** Somebody at a member says on which page of its own a notice now stands. @throws AppError RATE_LIMITED */
export async function tellPage(
  actor: Actor,
  { deliveryId, url, channel }: TellPage,
): Promise<GivePageOutcome> {
  const delivery = await db.delivery.findUnique({
    where: { id: deliveryId },
    select: {
      endpoint: { select: { memberId: true } },
      version: {
        select: { debunk: { select: { id: true, slug: true, claimId: true, currentVersion: true } } },
      },
    },
  });
  if (!delivery) throw new AppError("NOT_FOUND");
  const { memberId } = delivery.endpoint;
  const by = assertCan(actor, "adoption.tell", { memberIds: [memberId] });
  await countLook(memberId);
  return givePage({ memberId, debunk: delivery.version.debunk, url, channel, by });
}
