"use server";

import { stopDigest } from "#lib/distribution/stop-digest";
import { unsubscribeQuerySchema } from "#lib/telling/follow-schema";
import { unsubscribe } from "#lib/telling/unsubscribe";
import { publicAction } from "#lib/web/next/action";

export const unsubscribeAction = publicAction(unsubscribeQuerySchema, async ({ token }) => ({
  ok: (await unsubscribe(token)) || (await stopDigest(token)),
}));
