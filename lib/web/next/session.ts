import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { getServerSession, type NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { endSession } from "#lib/access/end-sessions";
import { findActorOf } from "#lib/access/find-actor";
import type { Permission } from "#lib/access/permissions";
import { SESSION_LENGTH, signIn, signInSchema } from "#lib/access/sign-in";
import { ASKED_FOR, deskPath, localePath } from "#lib/i18n/paths";
import { config } from "#lib/platform/config";
import { deriveKey } from "#lib/platform/secrets";

const secure = config.SITE_URL.startsWith("https:");
const cookieName = `${secure ? "__Host-" : ""}bianzhen-session`;
const maxAge = SESSION_LENGTH / 1000;
const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
const secret = () => deriveKey("session").toString("hex");

// next-auth reads its own address from the environment, and from nowhere else.
process.env.NEXTAUTH_URL ??= config.SITE_URL;

/** next-auth seals the id of a session into the cookie; the row in `sessions` decides whether it still counts. */
export const authOptions: NextAuthOptions = {
  secret: secret(),
  session: { strategy: "jwt", maxAge },
  pages: { signIn: "/desk/sign-in", error: "/desk/sign-in" },
  cookies: { sessionToken: { name: cookieName, options: cookieOptions } },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(credentials) {
        const input = signInSchema.safeParse(credentials);
        const outcome = input.success ? await signIn(input.data) : null;
        return outcome?.ok ? { id: outcome.sessionId } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id } : token),
    session: ({ session, token }) => ({ ...session, sessionId: token.sub }),
  },
  events: {
    signOut: async ({ token }) => {
      if (token?.sub) await endSession(token.sub);
    },
  },
};

/** The signed-in person of this request, or null. One look-up a request, however often it is asked. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const session: { sessionId?: unknown } | null = await getServerSession(authOptions);
  return typeof session?.sessionId === "string" ? findActorOf(session.sessionId) : null;
});

/** The signed-in person who may do this; anybody else is sent to sign in, or told that this is not theirs. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await findActor();
  if (!actor) {
    const to = deskPath((await headers()).get(ASKED_FOR));
    const ended = (await cookies()).has(cookieName);
    const query = new URLSearchParams({ ...(ended && { ended: "1" }), ...(to && { to }) });
    redirect(localePath(query.size > 0 ? `/desk/sign-in?${query}` : "/desk/sign-in", await getLocale()));
  }
  if (!can(actor, permission)) forbidden();
  return actor;
}

/** Hands the browser the session that `signIn` started. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({ token: { sub: sessionId }, secret: secret(), maxAge });
  (await cookies()).set(cookieName, token, { ...cookieOptions, maxAge });
}

/** Ends the session of this request and forgets its cookie. */
export async function signOut(): Promise<void> {
  const actor = await findActor();
  if (actor) await endSession(actor.sessionId);
  (await cookies()).delete(cookieName);
}
