import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { redact } from "#lib/wording/redaction";
import { activate } from "./activate.ts";
import { copyRules } from "./draft-rules.ts";
import type { RollBack } from "./form-schema.ts";
import type { RulesOutcome } from "./take-version.ts";
import { whoManages } from "./who-manages.ts";

/**
 * Makes the rules of an earlier version active again, at once, as a new version: what they do is known, and whoever finds
 * claims going astray waits for nobody.
 */
export async function rollBackRules(
  actor: Actor,
  { ruleSetId, insteadOf, ...input }: RollBack,
): Promise<RulesOutcome> {
  const by = assertCan(actor, "rules.manage");
  const reason = redact(input.reason).text;
  return decide<RulesOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const earlier = await tx.ruleSet.findUnique({ where: { id: ruleSetId } });
    if (!earlier?.activatedAt) throw new AppError("NOT_FOUND");
    if (!(await whoManages(tx)).has(actor.userId)) throw new AppError("FORBIDDEN");
    if (insteadOf === earlier.id) return { ok: false, reason: "RULES_EDITED" };
    const again = await copyRules(tx, { basedOnId: earlier.id, userId: actor.userId, note: reason });
    const next = { ...again, basedOnId: earlier.id };
    const activated = await activate(tx, next, { by, consent: "earlier", insteadOf, reason });
    if (!activated.ok) lose();
    const data = { version: again.number, from: earlier.number };
    await recordEvent(tx, { type: "rules.rolled-back", actor: by, subjectId: again.id, reason, data });
    return { ok: true };
  });
}
