"use server";

import { assignPerson } from "#lib/routing/assign-person";
import { assignPersonSchema } from "#lib/routing/schema";
import { deskAction } from "#lib/web/next/action";

/** Says which person of the member does the work. */
export const assignPersonAction = deskAction("assignment.accept", assignPersonSchema, assignPerson);
