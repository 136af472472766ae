import { heldStates } from "#lib/access/holding";
import { holdClaim } from "#lib/claims/change-claim";
import { finishWork } from "#lib/claims/work/assignments";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { oneByOne } from "#lib/platform/one-by-one";

/** Published, and not being corrected: nobody has anything to do there. */
const withoutWork = {
  status: { in: ["published" as const, "corrected" as const, "retracted" as const] },
  drafts: { none: { status: { notIn: ["published" as const, "abandoned" as const] } } },
};

/**
 * Ends work that is still held although its claim has none left: publication once ended the writing alone, and the rest
 * stayed with its members, overdue for good.
 */
export async function endForgottenWork(): Promise<void> {
  const forgotten = await db.claim.findMany({
    where: { ...withoutWork, assignments: { some: { status: { in: [...heldStates] } } } },
    orderBy: { id: "asc" },
    take: 500,
    select: { id: true, number: true },
  });
  const nameOf = ({ number }: { number: number }) => String(number);
  await oneByOne(forgotten, nameOf, ({ id, number }) =>
    db.$transaction(async (tx) => {
      await holdClaim(tx, id);
      // A correction that was opened in the meantime has work to give.
      if ((await tx.claim.count({ where: { id, ...withoutWork } })) === 0) return;
      log.error({ claim: number }, "work of a published claim was still held and is ended");
      await finishWork(tx, id, { kind: "system" });
    }),
  );
}
