import type { Tx } from "#lib/platform/db";
import { lose } from "#lib/platform/decide";
import type { RuleSetStatus } from "./status.ts";

/** What is said to whoever changes a version of the rules that has changed, or stands elsewhere, since they saw it. */
export type RulesOutcome = { ok: true } | { ok: false; reason: "RULES_EDITED" };

type Seen = { ruleSetId: string; version: number };

/** Holds a version of the rules as somebody saw it, in one of these states; else the race is lost. */
export async function takeVersion(tx: Tx, { ruleSetId, version }: Seen, states: readonly RuleSetStatus[]) {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM rule_sets
    WHERE id = ${ruleSetId}::uuid AND version = ${version} AND status = ANY(${[...states]}::text[]) FOR UPDATE`;
  if (found.length === 0) lose();
  return tx.ruleSet.findUniqueOrThrow({ where: { id: ruleSetId } });
}

/** What every change of a version writes. */
export const oneMore = { version: { increment: 1 } } as const;

/** Whoever has a hand in a version does not consent to it later. */
export const withAuthor = (authorIds: readonly string[], userId: string): string[] => [
  ...new Set([...authorIds, userId]),
];
