import { remember } from "#lib/platform/remember";
import { LiveIndex } from "./live-index.ts";

/** The known claims of this process, once they are loaded; the first to ask starts the loading. */
export const knownClaims = remember("known claims", load, Number.POSITIVE_INFINITY);

async function load(): Promise<LiveIndex> {
  const index = new LiveIndex();
  await index.load();
  return index;
}
