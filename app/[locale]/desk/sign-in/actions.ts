"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { signIn, signInSchema } from "#lib/access/sign-in";
import { deskPath, localePath } from "#lib/i18n/paths";
import { text } from "#lib/platform/validation";
import { guestOf } from "#lib/web/guest";
import { publicAction } from "#lib/web/next/action";
import { openSession } from "#lib/web/next/session";
import { visitor } from "#lib/web/next/visitor";

/** Starts a session and opens the page of the desk that was asked for. */
export const signInAction = publicAction(signInSchema.extend({ to: text(500).optional() }), async (input) => {
  const outcome = await signIn(input, guestOf(await visitor()));
  if (!outcome.ok) return outcome;
  await openSession(outcome);
  return redirect(deskPath(input.to) ?? localePath("/desk", await getLocale()));
});
