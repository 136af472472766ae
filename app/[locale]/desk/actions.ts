"use server";

import { getLocale } from "next-intl/server";
import { findAnything, findAnythingSchema } from "#lib/desk/find-anything";
import { undoMany } from "#lib/routing/decide-many";
import { undoDecisionSchema, undoManySchema } from "#lib/routing/schema";
import { undoDecision } from "#lib/routing/undo-decision";
import { deskAction, memberAction, openAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";
import { saySince } from "#lib/web/next/say-since";
import { signOut } from "#lib/web/next/session";

/** Leaves the desk on this device. */
export const signOutAction = openAction(async () => {
  await signOut();
  redirect({ href: "/desk/sign-in", locale: await getLocale() });
});

export const findAnythingAction = memberAction("queue.read", findAnythingSchema, findAnything);
export const undoDecisionAction = deskAction("claim.reopen", undoDecisionSchema, async (actor, input) =>
  saySince(await undoDecision(actor, input)),
);
export const undoManyAction = deskAction("claim.reopen", undoManySchema, async (actor, input) =>
  saySince(await undoMany(actor, input)),
);
