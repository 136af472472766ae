"use server";

import { getLocale } from "next-intl/server";
import { publicAction } from "#lib/access/action";
import { writeSessionCookie } from "#lib/access/session";
import { signIn, signInSchema } from "#lib/access/sign-in";
import { redirect } from "#lib/i18n/navigation";

/** Starts a session and opens the desk. */
export const signInAction = publicAction(signInSchema, async (input) => {
  const outcome = await signIn(input);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(outcome.sessionId);
  return redirect({ href: "/desk", locale: await getLocale() });
});
