"use server";

import { publicAction } from "#lib/access/action";
import { followClaim } from "#lib/distribution/follow-claim";
import { followClaimSchema } from "#lib/distribution/follow-schema";
import { limitFollowing } from "../../limit-following.ts";

export const followAction = publicAction(followClaimSchema, async ({ proof, ...input }) => {
  await limitFollowing(proof);
  return followClaim(input);
});
