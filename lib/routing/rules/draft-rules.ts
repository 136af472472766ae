import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { newId } from "#lib/platform/id";
import type { DraftRules } from "./form-schema.ts";

export type DraftOutcome = { ok: true; id: string } | { ok: false; reason: "RULES_EDITED" };

/** Begins a new version with the rules that are active, if they are those that the person saw. */
export async function draftRules(actor: Actor, { ruleSetId }: DraftRules): Promise<DraftOutcome> {
  const by = assertCan(actor, "rules.manage");
  return decide<DraftOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const isActive = (await tx.ruleSet.count({ where: { id: ruleSetId, status: "active" } })) > 0;
    if (!isActive) return { ok: false, reason: "RULES_EDITED" };
    const draft = await copyRules(tx, { basedOnId: ruleSetId, userId: actor.userId, note: "" });
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
