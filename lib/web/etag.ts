import { createHash } from "node:crypto";

/** The mark of a body. Weak, because a proxy may compress it on the way. */
export const etagOf = (body: string | Uint8Array): string =>
  `W/"${createHash("sha1").update(body).digest("base64url")}"`;

/** Whether the caller already has what the mark stands for (RFC 9110, 13.1.2: compared as weak). */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  const opaque = (mark: string) => mark.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((mark) => opaque(mark) === opaque(etag));
}
