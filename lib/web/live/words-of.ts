import type { Actor } from "#lib/access/actor";
import { type Holders, heardClaims, heardEvents } from "./may-hear.ts";
import type { LiveEvent } from "./read-events.ts";
import { changesOf, framesOf, type Said } from "./stream.ts";

type Heard = { events: readonly LiveEvent[]; looked: readonly string[]; holders: Holders };

/** What somebody is told of what happened, and of whoever came to claims or left them, as far as they may know. */
export function wordsOf(actor: Actor, { events, looked, holders }: Heard, at: number): string {
  const seen = heardClaims(actor, looked, holders);
  const said: Said[] = changesOf(heardEvents(actor, events, holders));
  if (seen.length > 0) said.push({ event: "looked", data: seen });
  return framesOf(said, at);
}
