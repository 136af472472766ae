import type { PushSubscription } from "#lib/platform/push";
import { unseal } from "#lib/platform/sealed-box";

/** The purpose under which browsers are sealed. */
export const BROWSER = "alert-browser";

/** How a browser takes messages; null when it cannot be opened, with a key that was lost. */
export function openSubscription({
  id,
  sealed,
}: {
  id: string;
  sealed: Uint8Array;
}): PushSubscription | null {
  try {
    return JSON.parse(unseal(BROWSER, id, sealed)) as PushSubscription;
  } catch {
    return null;
  }
}
