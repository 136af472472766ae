import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { readSignedId } from "#lib/platform/signed-id";
import { CONFIRM } from "./address.ts";
import { publicNameOf } from "./public-name.ts";
import { forgetRefusal } from "./refused-address.ts";

/** The address wants to be told: from now on letters are sent to it. False for a link that is too old or not ours. */
export async function confirmFollower(token: string): Promise<{ ok: boolean }> {
  const id = readSignedId(CONFIRM, token);
  if (!id) return { ok: false };
  await db.follower.updateMany({ where: { id, confirmedAt: null }, data: { confirmedAt: now() } });
  const follower = await db.follower.findUnique({ where: { id }, select: { addressHash: true } });
  if (follower) await forgetRefusal(db, follower.addressHash);
  return { ok: follower !== null };
}

/** What is followed with a link, before its button is pressed: empty where it has no public name yet, null for a dead link. */
export async function findToConfirm(token: string): Promise<string | null> {
  const id = readSignedId(CONFIRM, token);
  if (!id) return null;
  const follower = await db.follower.findUnique({
    where: { id },
    select: { claim: { select: { status: true, wording: true, debunk: { select: { title: true } } } } },
  });
  return follower && publicNameOf(follower.claim);
}
