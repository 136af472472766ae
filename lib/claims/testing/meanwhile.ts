import { expect, vi } from "vitest";
import type { AssignmentPurpose } from "#lib/claims/work/status";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { asOwner } from "#lib/platform/testing/as-owner";

/** Lets something begin while the claim is held, and then something else happen to the claim first. */
export async function meanwhile<Outcome>(
  { id }: { id: string },
  begin: () => Promise<Outcome>,
  happen: (tx: Tx) => Promise<unknown>,
): Promise<Outcome> {
  let begun: Promise<Outcome> | undefined;
  await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM claims WHERE id = ${id}::uuid FOR UPDATE`;
      begun = begin();
      // What is refused is looked at when it is asked for below.
      begun.catch(() => {});
      await vi.waitFor(async () => expect(await waiting()).toBe(true), { timeout: 60_000, interval: 20 });
      await happen(tx);
    },
    { timeout: 60_000 },
  );
  if (!begun) throw new Error("nothing has begun");
  return begun;
}

async function waiting(): Promise<boolean> {
  const [row] = await asOwner<{ waits: boolean }>(
    "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits",
  );
  return row?.waits ?? false;
}

/** The desk takes the work of a purpose back from whoever holds it, or has done it, within a transaction that holds the claim. */
export const recall = (tx: Tx, { id }: { id: string }, purpose: AssignmentPurpose) =>
  tx.assignment.updateMany({
    where: { claimId: id, purpose },
    data: { status: "withdrawn", doneAt: now() },
  });
