"use server";

import { retryReactions, retryReactionsSchema } from "#lib/audit/retry-reactions";
import { deskAction } from "#lib/web/next/action";

export const retryReactionsAction = deskAction("reaction.retry", retryReactionsSchema, retryReactions);
