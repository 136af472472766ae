import { config } from "#lib/platform/config";
import { clientAddress } from "../client-address.ts";
import { watchForProxy } from "../untrusted-proxy.ts";
import type { CountedMessage } from "./incoming.ts";

/** The most that a form may weigh: above the longest text that is allowed, so that too much is told by the form itself. */
export const FORM_LIMIT = 2_000_000;

const LONGEST_ADDRESS = 8_000;

export type Address = { pathname: string; search: string };

/** The path and query of a request, or null for an address that nobody can read. */
export function readAddress(target: string): Address | null {
  if (!target.startsWith("/") || target.length > LONGEST_ADDRESS) return null;
  const end = target.indexOf("?");
  const pathname = end < 0 ? target : target.slice(0, end);
  if (/\/\/|\\|[^\x21-\x7e]|#/.test(pathname)) return null;
  try {
    if (/[\p{Cc}/\\]/u.test(decodeURIComponent(pathname.replaceAll("/", "")))) return null;
  } catch {
    return null;
  }
  // Neither up nor here: nobody but an attacker writes such a path.
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(pathname)) return null;
  return { pathname, search: end < 0 ? "" : target.slice(end) };
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Whether anything here answers to a method at all; of others even the words are not repeated. */
export const isMethod = (method: string | undefined): boolean => methods.has(method ?? "");

/** Pieces of the framework's own protocol that only itself may say, and what decides whom we believe. */
const neverFromOutside =
  /^(?:x-middleware-.*|x-nextjs-.*|x-invoke-.*|x-matched-path|x-now-.*|x-prerender-.*|x-next-(?!router).*|x-asked-for|content-security-policy(?:-report-only)?|x-forwarded-for)$/;

const ofProxies = /^x-forwarded-/;

/**
 * Takes from a request what only the framework or a proxy of ours may say, and writes down whose it is: from now on
 * `x-forwarded-for` is the one address of its client.
 */
export function settle(request: CountedMessage): void {
  const { headers, rawHeaders, socket } = request;
  const forwarded = [headers["x-forwarded-for"]].flat().join(",");
  const connection = socket.remoteAddress ?? "";
  watchForProxy(connection, forwarded);
  const address = clientAddress(connection, forwarded, config.TRUSTED_PROXIES);
  const isKept = (name: string) =>
    !neverFromOutside.test(name) && (config.TRUSTED_PROXIES > 0 || !ofProxies.test(name));
  for (const name of Object.keys(headers)) if (!isKept(name)) delete headers[name];
  const raw: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = "", value = ""] = rawHeaders.slice(at, at + 2);
    if (isKept(name.toLowerCase())) raw.push(name, value);
  }
  say(request, raw, "x-forwarded-for", address);
}

/** Adds to a request what those behind the door shall know. */
export function tellInside(request: CountedMessage, name: string, value: string): void {
  say(request, request.rawHeaders, name, value);
}

function say(request: CountedMessage, raw: readonly string[], name: string, value: string): void {
  request.headers[name] = value;
  request.rawHeaders = [...raw, name, value];
}
