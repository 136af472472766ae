"use server";

import { getLocale } from "next-intl/server";
import { startSession } from "#lib/access/sign-in";
import { acceptInvitation } from "#lib/members/accept-invitation";
import { acceptInvitationSchema } from "#lib/members/people-schema";
import { guestOf } from "#lib/web/guest";
import { publicAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";
import { openSession } from "#lib/web/next/session";
import { visitor } from "#lib/web/next/visitor";

/** Makes the account of an invitation, signs it in and opens the desk. */
export const acceptInvitationAction = publicAction(acceptInvitationSchema, async (input) => {
  const outcome = await acceptInvitation(input, guestOf(await visitor()));
  if (!outcome.ok) return outcome;
  const { userId } = outcome;
  await openSession({ userId, sessionId: await startSession(userId) });
  return redirect({ href: "/desk", locale: await getLocale() });
});
