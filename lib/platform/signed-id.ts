import { timingSafeEqual } from "node:crypto";
import { isId } from "./id.ts";
import { keyedHash } from "./secrets.ts";

const macOf = (purpose: string, id: string): string =>
  keyedHash(purpose, id).subarray(0, 18).toString("base64url");

/** An id that only we can have given out, for a link in a letter; it is good for one purpose. */
export const signId = (purpose: string, id: string): string => `${id}.${macOf(purpose, id)}`;

/** The id of a signed one, or null when it was not given out for this purpose. */
export function readSignedId(purpose: string, token: string): string | null {
  const [id = "", mac = "", ...rest] = token.split(".");
  if (!isId(id) || rest.length > 0) return null;
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(purpose, id))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}
