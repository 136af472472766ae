import { system } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import { readSignedId } from "#lib/platform/signed-id";
import { STOP_DIGEST } from "./digest.ts";
import { takeAway } from "./remove-endpoint.ts";

/** Whoever reads an address ends its letters for good; a second time is as good as the first. False for a token not of ours. */
export async function stopDigest(token: string): Promise<boolean> {
  const id = readSignedId(STOP_DIGEST, token);
  if (!id) return false;
  const endpoint = await db.endpoint.findUnique({
    where: { id },
    select: { id: true, memberId: true, kind: true },
  });
  if (endpoint) await db.$transaction((tx) => takeAway(tx, endpoint, system, "stopped"));
  return true;
}
