import { makeWebhookSecret } from "#lib/distribution/webhook-secret";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

type Wishes = { topics?: string[]; pausedAt?: Date };

/** A webhook of a member, with the secret that signs what it is sent. */
export async function seedWebhook(
  host: string,
  path: string,
  memberId = "outlet-cover-news",
  wishes: Wishes = {},
) {
  const id = newId();
  const { secret, sealed } = makeWebhookSecret(id);
  const url = `http://${host}${path}`;
  await db.endpoint.create({
    data: { id, memberId, kind: "webhook", url, host, secret: sealed, createdAt: now(), ...wishes },
  });
  return { id, secret };
}
