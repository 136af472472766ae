import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { dayOf, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { loadDirectory } from "./directory.ts";
import { type Finding, lintRules } from "./lint.ts";
import { getActiveRules } from "./queries.ts";
import type { RuleSet } from "./schema.ts";

/** What is wrong with a version of the rules, as the directory and the accounts are now. */
export async function findProblems(ruleSet: RuleSet): Promise<Finding[]> {
  const [directory, staffed] = await Promise.all([
    loadDirectory(),
    db.membership.findMany({ distinct: ["memberId"], select: { memberId: true } }),
  ]);
  const withPeople = new Set(staffed.map(({ memberId }) => memberId));
  return lintRules(ruleSet, { ...directory, staffed: withPeople, day: dayOf(now()) });
}

/** Looks once a night at what has become wrong with the active rules by itself, and records what it found. */
export async function checkRules(): Promise<void> {
  const since = startOfDay(dayOf(now()));
  const done = await db.event.count({ where: { type: "rules.checked", at: { gte: since } } });
  if (done > 0) return;
  const active = await getActiveRules();
  const found = await findProblems(active);
  const data = { version: active.number, found: [...new Set(found.map(({ code }) => code))] };
  await db.$transaction((tx) =>
    recordEvent(tx, { type: "rules.checked", actor: system, subjectId: active.id, data }),
  );
}
