import { parseCookie } from "cookie";
import { config } from "#lib/platform/config";

const secure = config.SITE_URL.startsWith("https:");

/** A cookie of this site alone, which no script reads: its name, and for how many seconds a browser keeps it. */
export const ownCookie = (name: string, maxAge: number) =>
  ({
    name: `${secure ? "__Host-" : ""}${name}`,
    maxAge,
    path: "/",
    httpOnly: true,
    secure,
    sameSite: "lax",
  }) as const;

/** What a browser has kept for us under this name. */
export const readCookie = (headers: Headers, { name }: { name: string }): string | undefined =>
  parseCookie(headers.get("cookie") ?? "")[name];
