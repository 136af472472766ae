"use server";

import { settleKeptApart } from "#lib/claims/reports/settle-kept-apart";
import { settleKeptApartSchema } from "#lib/claims/schema";
import { deskAction } from "#lib/web/next/action";

export const settleKeptApartAction = deskAction("claim.release", settleKeptApartSchema, settleKeptApart);
