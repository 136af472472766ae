import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { DeleteView, SaveView } from "./schema.ts";

/** More than anybody finds again among the views. */
const MOST = 10;

export type SaveViewOutcome = { ok: true } | { ok: false; reason: "TOO_MANY_VIEWS" };

/** Gives a filter of the queue a name, for oneself or for the whole desk; the same name again is the filter as it is now. */
export async function saveView(actor: Actor, { name, filter, isShared }: SaveView): Promise<SaveViewOutcome> {
  const { userId } = assertCan(actor, "queue.save");
  return db.$transaction(async (tx): Promise<SaveViewOutcome> => {
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const others = await tx.savedView.count({ where: { userId, NOT: { name } } });
    if (others >= MOST) return { ok: false, reason: "TOO_MANY_VIEWS" };
    const saved = { filter, isShared, savedAt: now() };
    await tx.savedView.upsert({
      where: { userId_name: { userId, name } },
      create: { id: newId(), userId, name, ...saved },
      update: saved,
    });
    return { ok: true };
  });
}

/** Takes one of one's own views away; one that is gone already is as well gone. */
export async function deleteView(actor: Actor, { viewId }: DeleteView): Promise<{ ok: true }> {
  const { userId } = assertCan(actor, "queue.save");
  await db.savedView.deleteMany({ where: { id: viewId, userId } });
  return { ok: true };
}
