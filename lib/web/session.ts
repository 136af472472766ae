import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import type { Actor } from "#lib/access/actor";
import { findActorOf } from "#lib/access/find-actor";
import { SESSION_LENGTH } from "#lib/access/sign-in";
import { once } from "#lib/platform/once";
import { deriveKey } from "#lib/platform/secrets";
import { ownCookie, readCookie } from "./cookies.ts";

/** Where a browser keeps its session: the id, sealed. The row in `sessions` decides whether it still counts. */
export const sessionCookie = ownCookie("bianzhen-session", SESSION_LENGTH / 1000);

const secret = () => deriveKey("session").toString("hex");

/** What a browser is given of a session. */
export const sealSession = (sessionId: string): Promise<string> =>
  encode({ token: { sub: sessionId }, secret: secret(), maxAge: sessionCookie.maxAge });

/** What was unsealed lately: a browser brings the same with every request, and its session is looked up each time. */
const unsealed = once("unsealed sessions", () => new LRUCache<string, string>({ max: 2_000 }));

/** The person whose session was sealed so, or null when it has ended or is not one of ours. */
export async function findActorBy(sealed: string | undefined): Promise<Actor | null> {
  if (!sealed) return null;
  const sessionId = unsealed.get(sealed) ?? (await unseal(sealed));
  if (!sessionId) return null;
  const actor = await findActorOf(sessionId);
  if (actor) unsealed.set(sealed, sessionId);
  else unsealed.delete(sealed);
  return actor;
}

async function unseal(sealed: string): Promise<string | undefined> {
  const token = await decode({ token: sealed, secret: secret() }).catch(() => null);
  return token?.sub;
}

/** The signed-in person of a request, or null. */
export const findActor = ({ headers }: { headers: Headers }): Promise<Actor | null> =>
  findActorBy(readCookie(headers, sessionCookie));
