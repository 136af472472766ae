"use server";

import { publicAction } from "#lib/access/action";
import { confirmFollower } from "#lib/distribution/confirm-follower";
import { confirmFollowSchema } from "#lib/distribution/follow-schema";

export const confirmFollowAction = publicAction(confirmFollowSchema, ({ token }) => confirmFollower(token));
