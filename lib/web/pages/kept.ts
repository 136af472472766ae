import type { Page } from "#lib/platform/cursor";
import { type DebunkCard, listDebunks } from "#lib/publishing/queries";
import type { DebunkFilter } from "#lib/publishing/schema";
import { type Plain, plain } from "./plain.ts";

/** What the process that serves pages has kept of them, for the operations that share it. */
export type KeptPages = {
  /** A page of notices; the same for everybody until something is published. */
  notices(filter: Omit<DebunkFilter, "q">): Promise<Plain<Page<DebunkCard>>>;
  /** Forgets what shows something with these tags at once. */
  forget(tags: readonly string[]): void;
};

/** Where nothing is kept: everything is read anew. */
export const nothingKept: KeptPages = {
  notices: async (filter) => plain(await listDebunks(filter)),
  forget: () => {},
};
