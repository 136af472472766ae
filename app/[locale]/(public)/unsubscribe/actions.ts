"use server";

import { publicAction } from "#lib/access/action";
import { unsubscribeQuerySchema } from "#lib/distribution/follow-schema";
import { unsubscribe } from "#lib/distribution/unsubscribe";

export const unsubscribeAction = publicAction(unsubscribeQuerySchema, async ({ token }) => ({
  ok: await unsubscribe(token),
}));
