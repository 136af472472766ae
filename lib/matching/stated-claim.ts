import { wordingOf } from "./wording.ts";

/** The part of a message that says the claim, in its own characters: without what forwarding put around it. */
export function statedClaim(message: string): string {
  const { text, from, to } = wordingOf(message);
  if (text === "") return message;
  return message.slice(from[0], to[text.length - 1]).trim() || message;
}
