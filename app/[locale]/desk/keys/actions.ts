"use server";

import { getLocale } from "next-intl/server";
import { createKey } from "#lib/members/create-key";
import { createKeySchema, revokeKeySchema, rotateKeySchema } from "#lib/members/key-schema";
import { revokeKey } from "#lib/members/revoke-key";
import { rotateKey } from "#lib/members/rotate-key";
import { memberAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";

/** Makes a key; its secret is in this answer and nowhere else, so the page is not drawn anew. */
export const createKeyAction = memberAction("key.manage", createKeySchema, createKey);

/** Makes a key in place of another, with a time in which both work. */
export const rotateKeyAction = memberAction("key.manage", rotateKeySchema, rotateKey);

/** Ends a key. */
export const revokeKeyAction = memberAction("key.manage", revokeKeySchema, async (actor, input) => {
  const outcome = await revokeKey(actor, input);
  if (outcome.ok) redirect({ href: "/desk/keys?revoked=1", locale: await getLocale() });
  return outcome;
});
