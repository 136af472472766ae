import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import { once } from "./once.ts";
import { deriveKey } from "./secrets.ts";

/** What signs for one purpose, and what anybody checks it by. */
export type SigningKey = { privateKey: KeyObject; kid: string; publicJwk: JWK };

const known = once("signing keys", () => new Map<string, Promise<SigningKey>>());

/**
 * The Ed25519 key for one purpose. It is derived from the installation's secret, so that every process has the same one; its
 * `kid` is its thumbprint (RFC 7638).
 */
export function signingKey(purpose: string): Promise<SigningKey> {
  const key = known.get(purpose) ?? derive(purpose);
  known.set(purpose, key);
  return key;
}

/** What stands before the 32 bytes of a private key in its usual form (RFC 8410, 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

async function derive(purpose: string): Promise<SigningKey> {
  const der = Buffer.concat([PKCS8, deriveKey(purpose)]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const jwk = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, kid, publicJwk: { ...jwk, kid, alg: "EdDSA", use: "sig" } };
}
