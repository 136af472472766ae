import { stringifySetCookie } from "cookie";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { AppError } from "#lib/platform/errors";
import { ownCookie, readCookie } from "./cookies.ts";
import { isOurs } from "./from-here.ts";

/** By this a browser is known to have sent its files; it tells nothing else and ends with them. */
const senderCookie = ownCookie("bianzhen_sender", 24 * 60 * 60);

/** The secret of whoever has sent files from this browser, if it can be one of ours. */
export function uploadOwnerOf(headers: Headers): string | undefined {
  const secret = readCookie(headers, senderCookie);
  return secret && /^[\w-]{22}$/.test(secret) ? secret : undefined;
}

/** Who sends a file: a browser is known by its cookie, any other program by the secret in the id that it is answered. */
export type Sender = { owner: string; isBrowser: boolean };

/** @throws AppError FORBIDDEN for a script of another site */
export function senderOf({ headers }: Request): Sender {
  const origin = headers.get("origin");
  if (origin !== null && !isOurs(origin, (name) => headers.get(name))) throw new AppError("FORBIDDEN");
  const known = uploadOwnerOf(headers);
  return { owner: known ?? makeUploadOwner(), isBrowser: origin !== null || known !== undefined };
}

/** Hands the secret over: to a browser in its cookie, which lives on with every file. */
export function handOver(response: Response, { owner, isBrowser }: Sender): Response {
  if (isBrowser) response.headers.append("Set-Cookie", stringifySetCookie({ ...senderCookie, value: owner }));
  return response;
}
