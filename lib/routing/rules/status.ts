/** What becomes of a version of the rules; the database holds the same moves (rule_sets_stay). */
export const ruleSetStatuses = ["draft", "proposed", "active", "retired"] as const;
export type RuleSetStatus = (typeof ruleSetStatuses)[number];

/**
 * Why a version may be active: it came with the product, a second person consented, there was no second person and it
 * waited, or its rules were active before.
 */
export const ruleConsents = ["first", "given", "alone", "earlier"] as const;
export type RuleConsent = (typeof ruleConsents)[number];

declare global {
  namespace PrismaJson {
    type RuleSetStatus = import("./status.ts").RuleSetStatus;
    type RuleConsent = import("./status.ts").RuleConsent;
  }
}
