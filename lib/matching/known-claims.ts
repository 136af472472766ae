import { once } from "#lib/platform/once";
import { type Remembered, remember } from "#lib/platform/remember";
import { LiveIndex } from "./live-index.ts";

/** The index that is being filled just now. */
const growing = once("growing known claims", (): { index?: LiveIndex } => ({}));

const KNOWN = "known claims";

/** The known claims of this process, all of them; the first to ask starts the loading. */
export const knownClaims = remember(KNOWN, load, Number.POSITIVE_INFINITY);

async function load(): Promise<LiveIndex> {
  const index = new LiveIndex();
  growing.index = index;
  try {
    await index.load();
  } catch (error) {
    await index.end();
    throw error;
  } finally {
    if (growing.index === index) delete growing.index;
  }
  void index.ended.then(() => delete once<Remembered<LiveIndex>>(KNOWN, () => ({})).kept);
  return index;
}

/** The known claims as far as they are loaded: at least the newest, which are asked for most. */
export async function knownSoFar(): Promise<LiveIndex> {
  const all = knownClaims();
  const { index } = growing;
  return index ? Promise.race([all, index.begun.then(() => index)]) : all;
}

/** The known claims of this process even while they are loaded, for what changes meanwhile. */
export async function knownWhileLoading(): Promise<LiveIndex> {
  const all = knownClaims();
  return growing.index ?? all;
}
