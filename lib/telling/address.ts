import { keyedHash } from "#lib/platform/secrets";
import type { FollowerKind } from "./vocabulary.ts";

/** What a push endpoint or an e-mail address is known by without being readable; whatever the latter's case and `+alias`, it is one mailbox. */
export const hashAddress = (kind: FollowerKind, address: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(keyedHash("address", kind === "email" ? mailboxOf(address) : address));

function mailboxOf(address: string): string {
  const at = address.lastIndexOf("@");
  const [name = ""] = address.slice(0, at).split("+");
  return (name + address.slice(at)).toLowerCase();
}

/** The purposes of the signed ids in letters. */
export const CONFIRM = "confirm-follower";
export const UNSUBSCRIBE = "unsubscribe";
