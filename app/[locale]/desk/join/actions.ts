"use server";

import { getLocale } from "next-intl/server";
import { startSession } from "#lib/access/sign-in";
import { acceptInvitation } from "#lib/members/accept-invitation";
import { acceptInvitationSchema } from "#lib/members/people-schema";
import { publicAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";
import { writeSessionCookie } from "#lib/web/next/session";

/** Makes the account of an invitation, signs it in and opens the desk. */
export const acceptInvitationAction = publicAction(acceptInvitationSchema, async (input) => {
  const outcome = await acceptInvitation(input);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(await startSession(outcome.userId));
  return redirect({ href: "/desk", locale: await getLocale() });
});
