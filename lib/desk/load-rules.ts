import type { Actor } from "#lib/access/actor";
import { assertCan, can } from "#lib/access/can";
import { seenOnPlaces } from "#lib/intake/schema";
import { mapPeople } from "#lib/members/queries";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";
import { divisionLevels } from "#lib/reference/divisions";
import { spellAll } from "#lib/reference/spelling";
import { findProblems } from "#lib/routing/rules/check-rules";
import { type Directory, loadDirectory } from "#lib/routing/rules/directory";
import { dryRun } from "#lib/routing/rules/dry-run";

/** So many versions are listed, the newest. */
const VERSIONS = 60;

const select = {
  id: true,
  number: true,
  status: true,
  note: true,
  consent: true,
  createdAt: true,
  createdById: true,
  authorIds: true,
  proposedAt: true,
  waitsUntil: true,
  approvedById: true,
  activatedAt: true,
  retiredAt: true,
  version: true,
  basedOn: { select: { number: true, status: true } },
} as const;

const withRules = { ...select, rules: { orderBy: { priority: "asc" } } } as const;

/** What rules name, as pages show it. */
export type RuleNames = Pick<Directory, "members" | "topics" | "divisions">;

export type RulesPage = Awaited<ReturnType<typeof loadRulesPage>>;
export type RuleVersion = RulesPage["versions"][number];
export type RuleSetPage = Awaited<ReturnType<typeof loadRuleSetPage>>;
export type RulePage = Awaited<ReturnType<typeof loadRulePage>>;

/** All versions of the routing rules, and those that are active. */
export async function loadRulesPage(actor: Actor) {
  assertCan(actor, "rules.read");
  const [active, versions, names] = await Promise.all([
    db.ruleSet.findFirstOrThrow({ where: { status: "active" }, select: withRules }),
    db.ruleSet.findMany({ orderBy: { number: "desc" }, take: VERSIONS, select }),
    loadDirectory(),
  ]);
  return {
    active,
    versions,
    names,
    findings: await findProblems(active),
    people: await peopleOf(versions),
    mayManage: can(actor, "rules.manage"),
  };
}

/** One version with what is wrong with it and, where asked for, what it would have changed. @throws AppError NOT_FOUND */
export async function loadRuleSetPage(actor: Actor, id: string, comparesToo: boolean) {
  assertCan(actor, "rules.read");
  const [ruleSet, names] = await Promise.all([findRuleSet(id), loadDirectory()]);
  const mayManage = can(actor, "rules.manage");
  return {
    ruleSet,
    names,
    findings: await findProblems(ruleSet),
    people: await peopleOf([ruleSet]),
    comparison: comparesToo ? await dryRun(ruleSet) : null,
    mayManage,
    mayApprove: mayManage && !ruleSet.authorIds.includes(actor.userId),
  };
}

/** One rule of a draft, or the beginning of one, with all that it can name. @throws AppError NOT_FOUND */
export async function loadRulePage(actor: Actor, ruleSetId: string, ruleId: string) {
  assertCan(actor, "rules.manage");
  const [ruleSet, names] = await Promise.all([findRuleSet(ruleSetId), loadDirectory()]);
  const rule = ruleSet.rules.find(({ id }) => id === ruleId) ?? null;
  if (ruleSet.status !== "draft" || (!rule && ruleId !== "new")) throw new AppError("NOT_FOUND");
  const last = ruleSet.rules.at(-1)?.priority ?? 0;
  return {
    ruleSetId: ruleSet.id,
    number: ruleSet.number,
    version: ruleSet.version,
    rule,
    /** After all others. */
    nextPriority: Math.min(last + 10, 9_999),
    members: spellAll(names.members.map(({ id, zh, en, kind }) => ({ id, zh, en, kind }))),
    divisions: spellAll(names.divisions),
    levels: divisionLevels,
    seenOnPlaces,
    topics: names.topics.map(({ id, zh, en, subtopics }) => ({
      ...{ id, zh, en },
      subtopics: subtopics.map((one) => ({ id: one.id, zh: one.zh, en: one.en })),
    })),
  };
}

async function findRuleSet(id: string) {
  const found = isId(id) ? await db.ruleSet.findUnique({ where: { id }, select: withRules }) : null;
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

const peopleOf = (versions: readonly { createdById: string | null; approvedById: string | null }[]) =>
  mapPeople(
    versions.flatMap(({ createdById, approvedById }) => [createdById ?? [], approvedById ?? []].flat()),
  );
