import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import type { Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { redact } from "#lib/wording/redaction";
import { loadDirectory } from "./directory.ts";
import type { RemoveRule, SaveRule } from "./form-schema.ts";
import { unknownIn } from "./lint.ts";
import { oneMore, type RulesOutcome, takeVersion, withAuthor } from "./take-version.ts";

/** Adds a rule to a draft, or changes one of it. */
export async function saveRule(actor: Actor, input: SaveRule): Promise<RulesOutcome> {
  const by = assertCan(actor, "rules.manage");
  const { ruleSetId, ruleId, version, note, ...given } = input;
  const rule = { ...given, note: redact(note).text };
  const [unknown] = unknownIn(rule, await loadDirectory());
  if (unknown) throw new AppError("VALIDATION", [{ path: unknown.path, message: "unknown" }]);
  return decide<RulesOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const draft = await takeVersion(tx, { ruleSetId, version }, ["draft"]);
    await refuseTakenPriority(tx, input);
    const { count } = ruleId
      ? await tx.rule.updateMany({ where: { id: ruleId, ruleSetId }, data: rule })
      : { count: 1 };
    if (count === 0) throw new AppError("NOT_FOUND");
    if (!ruleId) await tx.rule.create({ data: { ...rule, id: newId(), ruleSetId } });
    await tx.ruleSet.update({
      where: { id: ruleSetId },
      data: { ...oneMore, authorIds: withAuthor(draft.authorIds, actor.userId) },
    });
    const data = { version: draft.number, rule: rule.priority };
    await recordEvent(tx, { type: "rules.edited", actor: by, subjectId: ruleSetId, data });
    return { ok: true };
  });
}

/** Takes a rule out of a draft. */
export async function removeRule(actor: Actor, { ruleId, ...seen }: RemoveRule): Promise<RulesOutcome> {
  const by = assertCan(actor, "rules.manage");
  return decide<RulesOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const draft = await takeVersion(tx, seen, ["draft"]);
    const rule = await tx.rule.findUnique({ where: { id: ruleId, ruleSetId: draft.id } });
    if (!rule) throw new AppError("NOT_FOUND");
    await tx.rule.delete({ where: { id: rule.id } });
    const authorIds = withAuthor(draft.authorIds, actor.userId);
    await tx.ruleSet.update({ where: { id: draft.id }, data: { ...oneMore, authorIds } });
    const data = { version: draft.number, rule: rule.priority };
    await recordEvent(tx, { type: "rules.edited", actor: by, subjectId: draft.id, data });
    return { ok: true };
  });
}

/** Which of two comes first must be said. */
async function refuseTakenPriority(tx: Tx, { ruleSetId, ruleId, priority }: SaveRule): Promise<void> {
  const other = await tx.rule.findFirst({ where: { ruleSetId, priority, NOT: { id: ruleId ?? newId() } } });
  if (other) throw new AppError("VALIDATION", [{ path: "priority", message: "taken" }]);
}
