import { keyedHash } from "#lib/platform/secrets";

/** What an e-mail address or a push endpoint is known by without being readable. */
export const hashAddress = (address: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(keyedHash("address", address));

/** The purposes of the signed ids in letters. */
export const CONFIRM = "confirm-follower";
export const UNSUBSCRIBE = "unsubscribe";
