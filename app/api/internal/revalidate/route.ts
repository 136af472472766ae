import { createHash, timingSafeEqual } from "node:crypto";
import { revalidateTag } from "next/cache";
import { z } from "#lib/platform/validation";
import { revalidationKey } from "#lib/web/pages/revalidate-pages";

const bodySchema = z.object({ tags: z.array(z.string().min(1).max(256)).min(1).max(100) });

/** Forgets the pages with these tags at once: the next reader waits for the new page instead of seeing the old one. */
export async function POST(request: Request): Promise<Response> {
  if (!isOurs(request.headers.get("authorization") ?? "")) return new Response(null, { status: 401 });
  const body = bodySchema.safeParse(await request.json().catch(() => null));
  if (!body.success) return new Response(null, { status: 422 });
  for (const tag of body.data.tags) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
}

/** Compares hashes, so that neither the length nor the time of the comparison tells anything. */
function isOurs(authorization: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(authorization), hash(`Bearer ${revalidationKey()}`));
}
