import { revalidateTag } from "next/cache";
import type { KeptPages } from "#lib/web/pages/kept";
import { readNotices } from "./cached-reads.ts";

/** What Next has kept. */
export const keptPages: KeptPages = {
  notices: readNotices,
  /** The next reader waits for the new page instead of seeing the old one. */
  forget: (tags) => {
    for (const tag of tags) revalidateTag(tag, { expire: 0 });
  },
};
