"use server";

import { followClaim } from "#lib/telling/follow-claim";
import { followClaimSchema } from "#lib/telling/follow-schema";
import { publicAction } from "#lib/web/next/action";
import { limitFollowing } from "#lib/web/next/limit-following";

export const followAction = publicAction(followClaimSchema, async ({ proof, ...input }) => {
  await limitFollowing(proof);
  return followClaim(input);
});
