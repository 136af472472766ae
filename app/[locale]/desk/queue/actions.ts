"use server";

import { decideMany } from "#lib/routing/decide-many";
import { decideManySchema } from "#lib/routing/schema";
import { deskAction } from "#lib/web/next/action";
import { saySince } from "#lib/web/next/say-since";

export const decideManyAction = deskAction("claim.triage", decideManySchema, async (actor, input) =>
  saySince(await decideMany(actor, input)),
);
