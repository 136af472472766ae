"use server";

import { settleKeptApartSchema } from "#lib/claims/schema";
import { settleKeptApart } from "#lib/claims/settle-kept-apart";
import { deskAction } from "../claims/[claimId]/desk-action.ts";

export const settleKeptApartAction = deskAction("claim.release", settleKeptApartSchema, settleKeptApart);
