import { LiveIndex } from "./live-index.ts";

// Bundlers may evaluate this module once per route; the process keeps a single index all the same.
const shared = globalThis as { bianzhenKnown?: Promise<LiveIndex> };

/** The known claims of this process, once they are loaded; the first to ask starts the loading. */
export function knownClaims(): Promise<LiveIndex> {
  if (!shared.bianzhenKnown) {
    shared.bianzhenKnown = begin();
    shared.bianzhenKnown.catch(() => {});
  }
  return shared.bianzhenKnown;
}

async function begin(): Promise<LiveIndex> {
  const index = new LiveIndex();
  try {
    await index.load();
    return index;
  } catch (error) {
    // The database was away; whoever asks next tries again.
    delete shared.bianzhenKnown;
    throw error;
  }
}
