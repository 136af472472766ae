"use server";

import { getLocale } from "next-intl/server";
import { startSession } from "#lib/access/sign-in";
import { resetPasswordSchema } from "#lib/members/people-schema";
import { resetPassword } from "#lib/members/reset-password";
import { publicAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";
import { openSession } from "#lib/web/next/session";

/** Takes a new password in place of one that was forgotten, signs in with it and opens the desk. */
export const resetPasswordAction = publicAction(resetPasswordSchema, async (input) => {
  const outcome = await resetPassword(input);
  if (!outcome.ok) return outcome;
  const { userId } = outcome;
  await openSession({ userId, sessionId: await startSession(userId) });
  return redirect({ href: "/desk", locale: await getLocale() });
});
