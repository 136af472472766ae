"use server";

import { rewordAnswer } from "#lib/claims/reword-answer";
import { rewordAnswerSchema } from "#lib/claims/schema";
import { deskAction } from "#lib/web/next/action";

export const rewordAnswerAction = deskAction("claim.close", rewordAnswerSchema, rewordAnswer);
