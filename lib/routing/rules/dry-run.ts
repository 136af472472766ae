import type { SeenOn } from "#lib/intake/schema";
import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { listTopics } from "#lib/reference/topics";
import { readNetwork } from "../preview-route.ts";
import { proposeRoute, type RouteFacts, type RouteProposal } from "../propose-route.ts";
import { getActiveRules } from "./queries.ts";
import type { RuleSet } from "./schema.ts";

/** So many claims are compared at most, the newest. */
const MOST = 400;
const MONTH = days(30);

const parts = ["lead", "writer", "support", "platforms"] as const;

/** What would have gone elsewhere: the ids of the members before and after. */
export type Difference = { part: (typeof parts)[number]; before: string[]; after: string[] };

export type DryRun = {
  compared: number;
  isCut: boolean;
  changed: { id: string; number: number; wording: string; differences: Difference[] }[];
};

/** Proposes the routes of the last month's claims by the active rules and by others, from the same facts and as of today. */
export async function dryRun(ruleSet: RuleSet): Promise<DryRun> {
  const [active, network, topics, claims] = await Promise.all([
    getActiveRules(),
    readNetwork(),
    listTopics(),
    recentClaims(),
  ]);
  const seen = await seenOnOf(claims.map(({ id }) => id));
  const changed = claims.slice(0, MOST).flatMap(({ id, number, wording, topicId, subtopicId, places }) => {
    const topic = topics.find((one) => one.id === topicId);
    if (!topic) return [];
    const facts: RouteFacts = {
      ...network,
      ...{ wording, topic, subtopicId },
      places: places.map(({ divisionCode }) => divisionCode),
      seenOn: seen.get(id) ?? [],
    };
    const differences = compare(proposeRoute(facts, active), proposeRoute(facts, ruleSet));
    return differences.length > 0 ? [{ id, number, wording, differences }] : [];
  });
  return { compared: Math.min(claims.length, MOST), isCut: claims.length > MOST, changed };
}

const recentClaims = () =>
  db.claim.findMany({
    where: { createdAt: { gt: after(now(), -MONTH) }, topicId: { not: null }, mergedIntoId: null },
    orderBy: { createdAt: "desc" },
    take: MOST + 1,
    select: {
      id: true,
      number: true,
      wording: true,
      topicId: true,
      subtopicId: true,
      places: { select: { divisionCode: true } },
    },
  });

async function seenOnOf(ids: readonly string[]): Promise<Map<string, SeenOn[]>> {
  const rows = await db.$queryRaw<{ id: string; places: SeenOn[] }[]>`
    SELECT claim.shared_id AS id, array_agg(DISTINCT report.seen_on) AS places FROM claims claim
    JOIN claim_reports membership ON membership.claim_id = claim.id
    JOIN reports report ON report.id = membership.report_id AND report.seen_on IS NOT NULL
    WHERE claim.shared_id = ANY(${[...ids]}::uuid[]) GROUP BY claim.shared_id`;
  return new Map(rows.map(({ id, places }) => [id, places]));
}

function compare(before: RouteProposal, later: RouteProposal): Difference[] {
  const ids = (route: RouteProposal, part: Difference["part"]) =>
    [route[part] ?? []].flat().map(({ id }) => id);
  return parts
    .map((part) => ({ part, before: ids(before, part), after: ids(later, part) }))
    .filter((one) => one.before.join(" ") !== one.after.join(" "));
}
