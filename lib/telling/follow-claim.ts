import { after, days, minutes, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { isMailOn } from "#lib/platform/mail";
import { isPushEndpoint } from "#lib/platform/push";
import { seal } from "#lib/platform/sealed-box";
import { hashAddress } from "./address.ts";
import { findFollowable } from "./find-followable.ts";
import type { FollowClaim, WayToTell } from "./follow-schema.ts";
import { wakeNotifier } from "./queue.ts";
import { forgetRefusal } from "./refused-address.ts";

/** Says nothing about who else follows: the answer for an address that does so already is the same. */
export type FollowOutcome =
  | { ok: true; by: "email" | "push" }
  | { ok: false; reason: "NOT_FOLLOWABLE" | "NOT_POSSIBLE" };

/** Letters that ask one address to confirm in a day, so that nobody is flooded by what others type. */
const LETTERS_A_DAY = 3;
/** Asked for again after this time, the letter is sent again. */
const AGAIN_AFTER = minutes(10);

/** Tells somebody what becomes of a claim, without an account and without a report. */
export async function followClaim({ claimId, ...way }: FollowClaim): Promise<FollowOutcome> {
  const claim = await findFollowable(claimId);
  return claim ? follow(claim.id, way) : { ok: false, reason: "NOT_FOLLOWABLE" };
}

/** The same for whoever holds a receipt, who may follow from the first moment. */
export async function follow(claimId: string, way: WayToTell): Promise<FollowOutcome> {
  const { email, subscription } = way;
  if (subscription) {
    if (!isPushEndpoint(subscription.endpoint)) return { ok: false, reason: "NOT_POSSIBLE" };
    await store(db, claimId, way, "push", JSON.stringify(subscription), subscription.endpoint);
    return { ok: true, by: "push" };
  }
  if (!email || !isMailOn()) return { ok: false, reason: "NOT_POSSIBLE" };
  await db.$transaction((tx) => followByMail(tx, claimId, way, email));
  await wakeNotifier();
  return { ok: true, by: "email" };
}

async function followByMail(tx: Tx, claimId: string, way: WayToTell, email: string): Promise<void> {
  const addressHash = hashAddress("email", email);
  await forgetRefusal(tx, addressHash);
  const asked = await tx.follower.count({
    where: { addressHash, confirmedAt: null, createdAt: { gt: after(now(), -days(1)) } },
  });
  const known = await tx.follower.findUnique({
    where: { claimId_addressHash: { claimId, addressHash } },
    select: { id: true, confirmedAt: true },
  });
  if (known) return known.confirmedAt ? undefined : askAgain(tx, known.id);
  if (asked >= LETTERS_A_DAY) return;
  const id = await store(tx, claimId, way, "email", email, email);
  if (!id) return;
  const moment = now();
  await tx.notification.create({
    data: {
      id: newId(),
      recipientId: id,
      recipient: "follower",
      eventId: id,
      createdAt: moment,
      dueAt: moment,
    },
  });
}

const askAgain = async (tx: Tx, followerId: string): Promise<void> => {
  const before = { lt: after(now(), -AGAIN_AFTER) };
  await tx.notification.updateMany({
    where: {
      recipientId: followerId,
      eventId: followerId,
      OR: [{ sentAt: before }, { failedAt: before }],
    },
    data: { sentAt: null, failedAt: null, failure: null, dueAt: now(), attempts: 0 },
  });
};

/** Stores a follower once; null when the address follows already. */
async function store(
  tx: Tx,
  claimId: string,
  { locale }: WayToTell,
  kind: "email" | "push",
  plain: string,
  address: string,
): Promise<string | null> {
  const id = newId();
  const { count } = await tx.follower.createMany({
    data: [
      {
        id,
        claimId,
        kind,
        sealed: Uint8Array.from(seal("follower", id, plain)),
        addressHash: hashAddress(kind, address),
        locale,
        createdAt: now(),
        // The browser has asked its user already.
        confirmedAt: kind === "push" ? now() : null,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}
