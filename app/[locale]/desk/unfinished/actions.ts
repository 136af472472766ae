"use server";

import { retryReactions, retryReactionsSchema } from "#lib/audit/retry-reactions";
import { retryLetters, retryLettersSchema } from "#lib/telling/retry-letters";
import { deskAction } from "#lib/web/next/action";

export const retryReactionsAction = deskAction("reaction.retry", retryReactionsSchema, retryReactions);
export const retryLettersAction = deskAction("reaction.retry", retryLettersSchema, retryLetters);
