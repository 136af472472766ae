import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { endSession } from "#lib/access/end-sessions";
import type { Permission } from "#lib/access/permissions";
import { ASKED_FOR, deskPath, localePath } from "#lib/i18n/paths";
import { browserCookie, sealBrowser } from "#lib/web/guest";
import { findActorBy, sealSession, sessionCookie } from "#lib/web/session";

/** The signed-in person of this request, or null. One look-up a request, however often it is asked. */
export const findActor = cache(
  async (): Promise<Actor | null> => findActorBy((await cookies()).get(sessionCookie.name)?.value),
);

/** The signed-in person who may do this; anybody else is sent to sign in, or told that this is not theirs. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await findActor();
  if (!actor) {
    const to = deskPath((await headers()).get(ASKED_FOR));
    const ended = (await cookies()).has(sessionCookie.name);
    const query = new URLSearchParams({ ...(ended && { ended: "1" }), ...(to && { to }) });
    redirect(localePath(query.size > 0 ? `/desk/sign-in?${query}` : "/desk/sign-in", await getLocale()));
  }
  if (!can(actor, permission)) forbidden();
  return actor;
}

/** Hands the browser a session that has just been started, and what it is known by when its owner comes back. */
export async function openSession({
  sessionId,
  userId,
}: {
  sessionId: string;
  userId: string;
}): Promise<void> {
  const jar = await cookies();
  jar.set({ ...sessionCookie, value: await sealSession(sessionId) });
  jar.set({ ...browserCookie, value: sealBrowser(userId) });
}

/** Ends the session of this request and forgets its cookie. */
export async function signOut(): Promise<void> {
  const actor = await findActor();
  if (actor) await endSession(actor.sessionId);
  (await cookies()).set({ ...sessionCookie, value: "", maxAge: 0 });
}
