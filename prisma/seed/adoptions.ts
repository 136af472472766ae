import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

/** A page on which a member's application says that a notice stands. */
export async function seedAdoption(memberId: string, debunkId: string, version = 1): Promise<string> {
  const id = newId();
  const host = `${memberId}.example.org`;
  const url = `https://${host}/news/${id}`;
  const at = now();
  await db.adoption.create({
    data: { id, memberId, debunkId, version, url, host, channel: "web", publishedAt: at, toldAt: at },
  });
  return id;
}
