import type { ServerResponse } from "node:http";
import { once } from "#lib/platform/once";

/** Goes on with an answer whose head has been sent, for as long as it likes. */
type Continue = (response: ServerResponse) => void;

const going = once("lasting answers", () => new WeakMap<Response, Continue>());

/** An answer that goes on: the listener sends its head, and leaves the connection to whoever continues it. */
export function lastingAnswer(headers: HeadersInit, goOn: Continue): Response {
  const response = new Response(null, { headers });
  going.set(response, goOn);
  return response;
}

/** What goes on with an answer; undefined where it is whole. */
export const continuationOf = (response: Response): Continue | undefined => going.get(response);
