"use server";

import { confirmFollower } from "#lib/telling/confirm-follower";
import { confirmFollowSchema } from "#lib/telling/follow-schema";
import { publicAction } from "#lib/web/next/action";

export const confirmFollowAction = publicAction(confirmFollowSchema, ({ token }) => confirmFollower(token));
