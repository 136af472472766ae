import { AppError } from "#lib/platform/errors";
import { LiveIndex } from "./live-index.ts";

type Known = { index: LiveIndex; loading: Promise<LiveIndex>; ready: boolean };

// Bundlers may evaluate this module once per route; the process keeps a single index all the same.
const shared = globalThis as { bianzhenKnown?: Known };

/** The known claims of this process, once they are loaded; the first to ask starts the loading. */
export const knownClaims = (): Promise<LiveIndex> => (shared.bianzhenKnown ?? begin()).loading;

/** The known claims, if they are loaded by now: whoever is in a hurry goes on without. @throws AppError UNAVAILABLE */
export function knownClaimsNow(): LiveIndex {
  const known = shared.bianzhenKnown ?? begin();
  if (!known.ready) throw new AppError("UNAVAILABLE");
  return known.index;
}

function begin(): Known {
  const index = new LiveIndex();
  const known: Known = { index, ready: false, loading: Promise.resolve(index) };
  known.loading = index.load().then(
    () => {
      known.ready = true;
      return index;
    },
    (error: unknown) => {
      // The database was away; whoever asks next tries again.
      delete shared.bianzhenKnown;
      throw error;
    },
  );
  known.loading.catch(() => {});
  shared.bianzhenKnown = known;
  return known;
}
