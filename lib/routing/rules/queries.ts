import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import type { RuleSet } from "./schema.ts";

const ruleSelect = {
  id: true,
  priority: true,
  when: true,
  gives: true,
  validFrom: true,
  validTo: true,
  note: true,
} as const;

const select = {
  id: true,
  number: true,
  rules: { select: ruleSelect, orderBy: { priority: "asc" } },
} as const;

/** The rules by which routes are proposed now. */
export const getActiveRules = (client: Tx = db): Promise<RuleSet> =>
  client.ruleSet.findFirstOrThrow({ where: { status: "active" }, select });

/** A version of the rules that is or was active, and so will never change. @throws AppError NOT_FOUND */
export async function getActivatedRules(id: string): Promise<RuleSet> {
  const found = await db.ruleSet.findUnique({ where: { id, activatedAt: { not: null } }, select });
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}
