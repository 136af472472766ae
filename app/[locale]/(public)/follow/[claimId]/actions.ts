"use server";

import { followClaim } from "#lib/telling/follow-claim";
import { followClaimSchema } from "#lib/telling/follow-schema";
import { limitFollowing } from "#lib/web/limit-following";
import { publicAction } from "#lib/web/next/action";
import { visitor } from "#lib/web/next/visitor";

export const followAction = publicAction(followClaimSchema, async ({ proof, ...input }) => {
  await limitFollowing(await visitor(), proof);
  return followClaim(input);
});
