import type { PageAddress } from "../addresses.ts";
import { type Finished, finish } from "../finish.ts";

/** The address of some page that there is, for tests. */
export const anAddress = (key: string, facts: Partial<PageAddress> = {}): PageAddress => ({
  key,
  tags: [key],
  scripts: "none",
  status: 200,
  isKept: true,
  isLasting: true,
  isOwn: false,
  missing: "page",
  exists: async () => true,
  ...facts,
});

/** Makes a page of these words. */
export const aPage =
  (words: string, status = 200): (() => Promise<Finished>) =>
  async () =>
    finish(status, ["Content-Type", "text/html"], Buffer.from(words));
