import { setTimeout as pause } from "node:timers/promises";
import { listen } from "#lib/platform/listen";
import { log } from "#lib/platform/log";
import { knownClaims, knownWhileLoading } from "./known-claims.ts";
import { refreshSearched } from "./search/searched-texts.ts";

/** Where processes hear which claim changed; a trigger on the events tells (migration matching-and-receipts). */
const CHANNEL = "bianzhen_claims";
/** What is told within this time is read together. */
const GATHER = 20;
const RETRY = 1_000;

/** Keeps the known claims of this process current, also over a lost connection. */
export function followClaims(signal?: AbortSignal): Promise<void> {
  const changed = new Set<string>();
  let working = false;
  const work = async () => {
    if (working) return;
    working = true;
    while (changed.size > 0 && !signal?.aborted) {
      await pause(GATHER);
      const ids = [...changed];
      changed.clear();
      try {
        await Promise.all([(await knownWhileLoading()).refresh(ids), refreshSearched(ids)]);
      } catch (error) {
        log.error({ err: error }, "known claims could not be read again; it will be tried once more");
        for (const id of ids) changed.add(id);
        await pause(RETRY);
      }
    }
    working = false;
  };
  return listen(CHANNEL, {
    hear: (id) => {
      changed.add(id);
      void work();
    },
    ready: async () => {
      await (await knownClaims()).catchUp();
    },
    signal,
  });
}
