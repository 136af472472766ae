"use server";

import { getLocale } from "next-intl/server";
import { publicAction } from "#lib/access/action";
import { writeSessionCookie } from "#lib/access/session";
import { startSession } from "#lib/access/sign-in";
import { redirect } from "#lib/i18n/navigation";
import { acceptInvitation } from "#lib/members/accept-invitation";
import { acceptInvitationSchema } from "#lib/members/people-schema";

/** Makes the account of an invitation, signs it in and opens the desk. */
export const acceptInvitationAction = publicAction(acceptInvitationSchema, async (input) => {
  const outcome = await acceptInvitation(input);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(await startSession(outcome.userId));
  return redirect({ href: "/desk", locale: await getLocale() });
});
