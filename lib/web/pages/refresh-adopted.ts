import { db } from "#lib/platform/db";
import { forgetPages } from "./forget-pages.ts";

/** Makes anew what shows a notice that a member has republished: it says how many do. No list tells that. */
export async function refreshAdopted(adoptionId: string): Promise<void> {
  const { debunk } = await db.adoption.findUniqueOrThrow({
    where: { id: adoptionId },
    select: { debunk: { select: { slug: true } } },
  });
  await forgetPages([`debunk:${debunk.slug}`]);
}
