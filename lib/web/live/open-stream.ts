import type { Actor } from "#lib/access/actor";
import { lastingAnswer } from "../lasting-answer.ts";
import { liveHub } from "./hub.ts";

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // nginx would gather what has to arrive at once.
  "X-Accel-Buffering": "no",
};

/** An answer that tells the actor what happens, from the event of a number on. @throws AppError BUSY */
export function openStream(actor: Actor, since: number | null): Response {
  liveHub().admit(actor);
  return lastingAnswer(headers, (response) => liveHub().open(actor, response, since));
}
