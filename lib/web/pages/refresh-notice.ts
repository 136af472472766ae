import { db } from "#lib/platform/db";
import { forgetPages } from "./forget-pages.ts";

/** Makes anew what shows a notice, and the lists that it stands in; what shows a retracted one as it was nobody sees again. */
export async function refreshNotice(debunkId: string): Promise<void> {
  const { slug, status } = await db.debunk.findUniqueOrThrow({
    where: { id: debunkId },
    select: { slug: true, status: true },
  });
  await forgetPages(["debunks", `debunk:${slug}`], status === "retracted" ? "withdrawn" : "stale");
}

/** Makes the list of labels anew, before anybody sees it again: one may have been revoked. */
export const refreshLabels = (): Promise<void> => forgetPages(["labels"], "withdrawn");
