import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

/** Begins a new version with the rules that are active. */
export async function draftRules(actor: Actor): Promise<{ ok: true; id: string }> {
  const by = assertCan(actor, "rules.manage");
  return db.$transaction(async (tx) => {
    const active = await tx.ruleSet.findFirstOrThrow({ where: { status: "active" }, select: { id: true } });
    const draft = await copyRules(tx, { basedOnId: active.id, userId: actor.userId, note: "" });
    const data = { version: draft.number };
    await recordEvent(tx, { type: "rules.drafted", actor: by, subjectId: draft.id, data });
    return { ok: true, id: draft.id };
  });
}

type Copy = { basedOnId: string; userId: string; note: string };

/** A draft with the rules of another version. */
export async function copyRules(tx: Tx, { basedOnId, userId, note }: Copy) {
  const draft = await tx.ruleSet.create({
    data: {
      id: newId(),
      status: "draft",
      basedOnId,
      note,
      createdAt: now(),
      createdById: userId,
      authorIds: [userId],
    },
    select: { id: true, number: true, version: true },
  });
  const rules = await tx.rule.findMany({ where: { ruleSetId: basedOnId } });
  await tx.rule.createMany({ data: rules.map((rule) => ({ ...rule, id: newId(), ruleSetId: draft.id })) });
  return draft;
}
