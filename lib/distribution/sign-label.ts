import { CompactSign, type JSONWebKeySet } from "jose";
import { signingKey } from "#lib/platform/signing-key";

const key = () => signingKey("labels");

/** The bytes of a label as a compact JWS. The same bytes give the same signature each time (Ed25519). */
export async function signLabel(payload: string): Promise<string> {
  const { privateKey, kid } = await key();
  // Every library knows this name of the algorithm; few know the newer one (RFC 9864).
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "bianzhen-label+jws" })
    .sign(privateKey);
}

/** By which anybody checks the labels of this installation. */
export const labelKeys = async (): Promise<JSONWebKeySet> => ({ keys: [(await key()).publicJwk] });
