import type { Guest, KnownBrowser } from "#lib/access/guess";
import { days } from "#lib/platform/clock";
import { newId } from "#lib/platform/id";
import { seal, unseal } from "#lib/platform/sealed-box";
import { z } from "#lib/platform/validation";
import { ownCookie, readCookie } from "./cookies.ts";
import { networkName, type Visitor } from "./network.ts";

const purpose = "known-browser";
const knownBrowserSchema = z.object({ id: z.uuid(), userId: z.uuid() });

/** By this a browser is known again at the door, after the session too; whoever copies it still needs the password. */
export const browserCookie = ownCookie("bianzhen-browser", days(180) / 1000);

/** What a browser is given in which somebody has signed in. */
export function sealBrowser(userId: string): string {
  const browser: KnownBrowser = { id: newId(), userId };
  return seal(purpose, browserCookie.name, JSON.stringify(browser)).toString("base64url");
}

/** Whoever stands at a door that asks for a password. */
export const guestOf = ({ headers }: Visitor): Guest => ({
  network: networkName(headers.get("x-forwarded-for") ?? ""),
  browser: openBrowser(readCookie(headers, browserCookie) ?? ""),
});

/** Null when nobody of us sealed it. */
function openBrowser(box: string): KnownBrowser | null {
  try {
    const opened = unseal(purpose, browserCookie.name, Buffer.from(box, "base64url"));
    return knownBrowserSchema.parse(JSON.parse(opened));
  } catch {
    return null;
  }
}
