"use server";

import { decideMany } from "#lib/routing/decide-many";
import { decideManySchema } from "#lib/routing/schema";
import { deskAction } from "#lib/web/next/action";

export const decideManyAction = deskAction("claim.triage", decideManySchema, decideMany);
