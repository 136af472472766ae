import type { Actor } from "#lib/access/actor";
import { assertCan, can } from "#lib/access/can";
import type { Role } from "#lib/access/roles";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";

/** What has to be there before the first report can become a notice that reaches somebody, in the order of doing it. */
const steps = ["address", "mail", "moderators", "reviewers", "members", "endpoints"] as const;
export type FirstStep = { step: (typeof steps)[number]; isDone: boolean };

/** How many people review a notice besides whoever publishes it. */
const REVIEWERS = 2;

/** The first steps of an installation; each ticks itself off by what is there. */
export async function listFirstSteps(actor: Actor): Promise<FirstStep[]> {
  assertCan(actor, "steps.read");
  const [desk, coordinator, endpoint] = await Promise.all([
    db.membership.findMany({
      where: { member: { tier: "1" }, user: { removedAt: null } },
      select: { role: true, userId: true },
    }),
    db.membership.findFirst({
      where: { member: { tier: { not: "1" } }, role: "coordinator", user: { removedAt: null } },
      select: { userId: true },
    }),
    db.endpoint.findFirst({ where: { disabledAt: null }, select: { id: true } }),
  ]);
  const peopleWho = (role: Role) =>
    new Set(desk.filter((one) => one.role === role).map(({ userId }) => userId));
  const [editors, reviewers] = [peopleWho("duty-editor"), peopleWho("reviewer")];
  const isDone: Record<FirstStep["step"], boolean> = {
    address: config.SITE_URL.startsWith("https:"),
    mail: config.SMTP_URL !== undefined,
    moderators: peopleWho("moderator").size > 0,
    // The final review is the duty editor's, and nobody reviews twice.
    reviewers: editors.size > 0 && new Set([...reviewers, ...editors]).size > REVIEWERS,
    members: coordinator !== null,
    endpoints: endpoint !== null,
  };
  return steps.map((step) => ({ step, isDone: isDone[step] }));
}

/** How many first steps there are and how many are done, for whoever can take them; null once all of them are. */
export async function findFirstSteps(actor: Actor): Promise<{ done: number; all: number } | null> {
  if (!can(actor, "steps.read")) return null;
  const list = await listFirstSteps(actor);
  const done = list.filter(({ isDone }) => isDone).length;
  return done < list.length ? { done, all: list.length } : null;
}
