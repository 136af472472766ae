import { once } from "#lib/platform/once";

type Body = string | Uint8Array<ArrayBuffer>;

const bodies = once("whole answers", () => new WeakMap<Response, Body>());

/** An answer whose body is at hand: the listener sends it as it is, and not through a stream. */
export function wholeAnswer(body: Body, init: ResponseInit): Response {
  const response = new Response(body, init);
  bodies.set(response, body);
  return response;
}

/** The body of an answer that was made whole. */
export const wholeBodyOf = (response: Response): Body | undefined => bodies.get(response);
