import { decode, encode } from "next-auth/jwt";
import type { Actor } from "#lib/access/actor";
import { findActorOf } from "#lib/access/find-actor";
import { SESSION_LENGTH } from "#lib/access/sign-in";
import { deriveKey } from "#lib/platform/secrets";
import { ownCookie, readCookie } from "./cookies.ts";

/** Where a browser keeps its session: the id, sealed. The row in `sessions` decides whether it still counts. */
export const sessionCookie = ownCookie("bianzhen-session", SESSION_LENGTH / 1000);

const secret = () => deriveKey("session").toString("hex");

/** What a browser is given of a session. */
export const sealSession = (sessionId: string): Promise<string> =>
  encode({ token: { sub: sessionId }, secret: secret(), maxAge: sessionCookie.maxAge });

/** The person whose session was sealed so, or null when it has ended or is not one of ours. */
export async function findActorBy(sealed: string | undefined): Promise<Actor | null> {
  const token = await decode({ token: sealed, secret: secret() }).catch(() => null);
  return token?.sub ? findActorOf(token.sub) : null;
}

/** The signed-in person of a request, or null. */
export const findActor = ({ headers }: { headers: Headers }): Promise<Actor | null> =>
  findActorBy(readCookie(headers, sessionCookie));
