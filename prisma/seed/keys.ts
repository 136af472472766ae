import { makeKeySecret } from "#lib/access/api-key-secret";
import type { Scope } from "#lib/access/scopes";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readyReference } from "./reference.ts";

export type KeyStory = {
  memberId: string;
  name?: string;
  scopes?: Scope[];
  createdById?: string;
  expiresAt?: Date;
  revokedAt?: Date;
};

/** Stores a key of a member's application and tells its secret. */
export async function addKey(tx: Tx, story: KeyStory): Promise<{ id: string; secret: string; hint: string }> {
  const { secret, secretHash, hint } = makeKeySecret();
  const id = newId();
  const { name = "演示·客户端", scopes = ["intake"], ...rest } = story;
  await tx.apiKey.create({ data: { id, name, scopes, secretHash, hint, createdAt: now(), ...rest } });
  return { id, secret, hint };
}

/** A key of a member's application. */
export async function seedKey(story: KeyStory) {
  await readyReference();
  return addKey(db, story);
}
