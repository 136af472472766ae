import { keepLooking } from "#lib/claims/presence/keep-looking";
import { lookAway } from "#lib/claims/presence/look-away";
import { log } from "#lib/platform/log";

/** Streams by which somebody is known to look at a claim; they go on being there as long as they are renewed. */
export class Presences {
  readonly #ids = new Set<string>();

  add(streamId: string): void {
    this.#ids.add(streamId);
  }

  delete(streamId: string): void {
    this.#ids.delete(streamId);
  }

  async renew(): Promise<void> {
    if (this.#ids.size === 0) return;
    const asked = [...this.#ids];
    try {
      const there = new Set(await keepLooking(asked));
      for (const id of asked) if (!there.has(id)) this.#ids.delete(id);
    } catch (error) {
      log.warn({ err: error }, "presences could not be renewed");
    }
  }
}

/** Ends the presence of streams, or leaves it to its age. */
export const endPresence = (streamIds: readonly string[]): Promise<void> =>
  lookAway(streamIds).catch((error) => log.warn({ err: error }, "presences could not be ended"));
