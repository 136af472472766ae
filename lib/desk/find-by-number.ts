import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { listQueue } from "./list-queue.ts";

/** The id of the claim that people call by a number, for whoever may read the queue. */
export async function findByNumber(actor: Actor, number: string): Promise<string | null> {
  if (!/^\d{1,9}$/.test(number) || !can(actor, "queue.read")) return null;
  const views = await Promise.all(
    (["all", "quarantine"] as const).map((view) => listQueue(actor, { view, q: number })),
  );
  const rows = views.flatMap(({ items }) => items);
  return rows.find((row) => row.number === Number(number))?.id ?? null;
}
