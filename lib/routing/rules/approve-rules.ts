import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { activate } from "./activate.ts";
import type { DecideRules } from "./form-schema.ts";
import { type RulesOutcome, takeVersion } from "./take-version.ts";
import { whoManages } from "./who-manages.ts";

export type ApproveOutcome = RulesOutcome | { ok: false; reason: "BASE_CHANGED" | "OWN_RULES" };

/** Consents to a version that others have made, which makes it the active one. */
export async function approveRules(actor: Actor, seen: DecideRules): Promise<ApproveOutcome> {
  const by = assertCan(actor, "rules.manage");
  return decide<ApproveOutcome>({ lost: "RULES_EDITED" }, async (tx) => {
    const proposed = await takeVersion(tx, seen, ["proposed"]);
    if (proposed.authorIds.includes(actor.userId)) return { ok: false, reason: "OWN_RULES" };
    // Whoever has lost the role meanwhile gives no consent any more.
    if (!(await whoManages(tx)).has(actor.userId)) throw new AppError("FORBIDDEN");
    return activate(tx, proposed, { by, consent: "given", approvedById: actor.userId });
  });
}
