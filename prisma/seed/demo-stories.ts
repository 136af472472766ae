import type { ClaimStatus, OtherChannel } from "#lib/claims/status";
import { MatchIndex } from "#lib/matching/match-index";
import { after, minutes, now } from "#lib/platform/clock";
import { demoCrew, staffedMembers } from "./demo-people.ts";
import { type DemoPlan, demoPlan } from "./demo-plan.ts";
import { correctionsOf, type DemoText, demoTexts } from "./demo-texts.ts";
import type { SeededPerson } from "./people.ts";
import { routeFor, topicOf } from "./routes.ts";
import { type ClaimStory, type Found, spanOf } from "./story.ts";
import { type Told, untold } from "./told.ts";

export type DemoClaim = { text: DemoText; plan: DemoPlan; route: Pick<ClaimStory, "lead" | "writer"> };

/** The demo's claims in the order in which they came in, with their routes; the work is spread over the outlets. */
export function planDemoClaims(): DemoClaim[] {
  const plans = demoPlan();
  const load = new Map<string, number>();
  return demoTexts()
    .flatMap((text) => {
      const plan = plans[text.id];
      return plan ? [{ text, plan }] : [];
    })
    .toSorted((a, b) => a.plan.receivedAt.getTime() - b.plan.receivedAt.getTime())
    .map(({ text, plan }) => {
      const seenOn = text.reports.flatMap((report) => report.seenOn ?? []);
      const route = routeFor({ ...text, seenOn, staffed: staffedMembers, load });
      load.set(route.writer, (load.get(route.writer) ?? 0) + 1);
      return { text, plan, route };
    });
}

/** The demo's claims with the people who work on them, ready to be told; some refer to others. */
export function toldClaims(claims: readonly DemoClaim[], people: readonly SeededPerson[]): Map<string, Told> {
  const index = new MatchIndex();
  const told = new Map<string, Told>();
  const find = (text: string): Found | null => {
    const [best] = index.search({ text }, 1);
    const claim = told.get(best?.id ?? "");
    return best && claim ? { ...best, claim } : null;
  };
  for (const [turn, claim] of claims.entries()) {
    const { id, wording } = claim.text;
    index.add({ id, kind: "claim", texts: { title: wording } });
    told.set(id, untold({ ...storyOf(claim, turn, people), find }));
  }
  for (const { text } of claims) {
    const { story } = told.get(text.id) ?? {};
    if (story) story.closing = closingOf(text, told);
  }
  return told;
}

function storyOf(
  { text, plan, route }: DemoClaim,
  turn: number,
  people: readonly SeededPerson[],
): ClaimStory {
  const urgency = plan.urgency ?? topicOf(text.topicId).defaultUrgency;
  const { first, corrections } = correctionsOf(text.id, text.notice);
  return {
    status: plan.status,
    wording: text.wording,
    urgency,
    topicId: text.topicId,
    subtopicId: text.subtopicId,
    places: text.places,
    reports: text.reports.map((report, index) => ({
      ...report,
      submittedAt: arrival(plan, spanOf(urgency), index),
      // A few people want to be told; their addresses lead nowhere.
      ...(index === 0 && turn % 5 === 0 && { email: `reader-${turn + 1}@example.org` }),
    })),
    receivedAt: plan.receivedAt,
    pace: plan.pace,
    crew: demoCrew(people, route, turn),
    lead: route.lead,
    writer: route.writer,
    notice: first,
    corrections: plan.corrections ?? corrections,
    closing: null,
    side: plan.side ?? null,
  };
}

/** The same rumor comes again while the first report is being looked at. */
function arrival({ receivedAt, pace }: DemoPlan, allowance: number, index: number): Date {
  const later = after(receivedAt, Math.round(index ** 2 * 0.012 * allowance * pace));
  return new Date(Math.min(later.getTime(), after(now(), -minutes(1)).getTime()));
}

function closingOf({ closing }: DemoText, told: ReadonlyMap<string, Told>): ClaimStory["closing"] {
  if (!closing) return null;
  return {
    from: closing.from as ClaimStatus,
    note: closing.note,
    channel: closing.channel as OtherChannel | undefined,
    into: told.get(closing.into ?? ""),
    answeredBy: told.get(closing.answeredBy ?? ""),
  };
}
