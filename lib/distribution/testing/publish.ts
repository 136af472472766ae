import type { CorrectionKind } from "#lib/editorial/status";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeedClaim, seedClaim } from "#seed/claims";
import { deliverPublication } from "../deliver-publication.ts";

/** A notice that is laid ready for everybody. */
export async function publish(wanted: SeedClaim = {}) {
  const { id: claimId, debunk } = await seedClaim({ status: "published", ...wanted });
  if (!debunk) throw new Error("a published claim has a notice");
  await deliverPublication(debunk.id);
  return { claimId, debunk };
}

/** The next version, as somebody publishes it, without the way there. */
export async function correct(debunkId: string, correctionKind: CorrectionKind = "correction") {
  const { id: _, ...same } = await db.debunkVersion.findFirstOrThrow({
    where: { debunkId },
    orderBy: { number: "desc" },
  });
  const number = same.number + 1;
  const status = correctionKind === "retraction" ? "retracted" : "corrected";
  const change = { number, correctionKind, correctionNote: "更正", publishedAt: now() };
  await db.$transaction(async (tx) => {
    await tx.debunkVersion.create({ data: { ...same, ...change, id: newId() } });
    await tx.debunk.update({ where: { id: debunkId }, data: { currentVersion: number, status } });
  });
  await deliverPublication(debunkId);
}
