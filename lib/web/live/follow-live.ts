import { listen } from "#lib/platform/listen";
import { type LiveHub, liveHub } from "./hub.ts";

/** Triggers tell here what happens to claims, whose session ends and who looks at what (migration live). */
const CHANNEL = "bianzhen_live";

/** Keeps the open streams of this process told, over a connection of its own that is made again when it is lost. */
export const followLive = (signal?: AbortSignal, hub: LiveHub = liveHub()): Promise<void> =>
  listen(CHANNEL, {
    hear: (payload) => hub.hear(payload),
    ready: (missed) => hub.ready(missed),
    lost: () => hub.lost(),
    signal,
  });
