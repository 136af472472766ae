"use server";

import { getLocale } from "next-intl/server";
import { approveRules } from "#lib/routing/rules/approve-rules";
import { draftRules } from "#lib/routing/rules/draft-rules";
import {
  decideRulesSchema,
  draftRulesSchema,
  proposeRulesSchema,
  removeRuleSchema,
  rollBackSchema,
  saveRuleSchema,
} from "#lib/routing/rules/form-schema";
import { discardRules, proposeRules, returnRules } from "#lib/routing/rules/propose-rules";
import { rollBackRules } from "#lib/routing/rules/roll-back-rules";
import { removeRule, saveRule } from "#lib/routing/rules/save-rule";
import { deskAction, memberAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";

/** Begins a version, and opens it. */
export const draftRulesAction = memberAction("rules.manage", draftRulesSchema, async (actor, input) => {
  const outcome = await draftRules(actor, input);
  if (outcome.ok) redirect({ href: `/desk/routing/${outcome.id}`, locale: await getLocale() });
  return outcome;
});

/** Saves a rule, and goes back to its version. */
export const saveRuleAction = memberAction("rules.manage", saveRuleSchema, async (actor, input) => {
  const outcome = await saveRule(actor, input);
  if (outcome.ok) redirect({ href: `/desk/routing/${input.ruleSetId}`, locale: await getLocale() });
  return outcome;
});

export const removeRuleAction = deskAction("rules.manage", removeRuleSchema, removeRule);
export const proposeRulesAction = deskAction("rules.manage", proposeRulesSchema, proposeRules);
export const approveRulesAction = deskAction("rules.manage", decideRulesSchema, approveRules);
export const returnRulesAction = deskAction("rules.manage", decideRulesSchema, returnRules);
export const discardRulesAction = deskAction("rules.manage", decideRulesSchema, discardRules);
export const rollBackRulesAction = deskAction("rules.manage", rollBackSchema, rollBackRules);
