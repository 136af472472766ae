import type { ClaimStatus, OtherChannel } from "#lib/claims/status";
import { allowances } from "#lib/clocks/allowances";
import { after, minutes, now } from "#lib/platform/clock";
import { newId } from "#lib/platform/id";
import { shorten } from "#lib/platform/text";
import { workersOf } from "./crew.ts";
import { demoCrew, staffedMembers } from "./demo-people.ts";
import { type DemoPlan, demoPlan } from "./demo-plan.ts";
import { correctionsOf, type DemoText, demoTexts } from "./demo-texts.ts";
import type { ClaimStory, Dossier } from "./dossier.ts";
import { tellClaim } from "./history.ts";
import type { SeededPerson } from "./people.ts";
import { routeFor, topicOf } from "./routes.ts";

export type DemoClaim = { text: DemoText; plan: DemoPlan; route: ClaimStory["route"] };

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

/** Tells every claim's history; those that others are merged into or answered by come first. */
export function tellDemo(
  claims: readonly DemoClaim[],
  numbers: readonly number[],
  people: readonly SeededPerson[],
) {
  const told = new Map<string, Dossier>();
  const stories = claims.map((claim, index) => ({ claim, number: numbers[index] ?? 0, turn: index }));
  const tell = ({ claim, number, turn }: (typeof stories)[number]) => {
    const dossier = tellClaim(storyOf(claim, number, turn, people, told));
    told.set(claim.text.id, dossier);
  };
  for (const story of stories) if (!story.claim.text.closing) tell(story);
  for (const story of stories) if (story.claim.text.closing) tell(story);
  return told;
}

function storyOf(
  { text, plan, route }: DemoClaim,
  number: number,
  turn: number,
  people: readonly SeededPerson[],
  told: ReadonlyMap<string, Dossier>,
): ClaimStory {
  const urgency = plan.urgency ?? topicOf(text.topicId).defaultUrgency;
  const { first, corrections } = correctionsOf(text.id, text.notice);
  const received = plan.status === "received";
  return {
    id: newId(),
    number,
    status: plan.status,
    wording: received ? shorten(text.reports[0]?.text ?? "", 120) : text.wording,
    urgency,
    topicId: text.topicId,
    subtopicId: text.subtopicId,
    places: text.places,
    reports: text.reports.map((report, index) => ({
      ...report,
      submittedAt: arrival(plan, allowances[urgency].budgets.verdict ?? 0, index),
      // A few people want to be told; their addresses lead nowhere.
      ...(index === 0 && turn % 5 === 0 && { email: `reader-${number}@example.org` }),
    })),
    receivedAt: plan.receivedAt,
    pace: plan.pace,
    workers: workersOf(demoCrew(people, route, turn)),
    route,
    notice: first,
    corrections: plan.corrections ?? corrections,
    closing: closingOf(text, told),
    side: plan.side ?? null,
  };
}

/** The same rumor comes again while the first report is being looked at. */
function arrival({ receivedAt, pace }: DemoPlan, allowance: number, index: number): Date {
  const later = after(receivedAt, Math.round(index ** 2 * 0.012 * allowance * pace));
  return new Date(Math.min(later.getTime(), after(now(), -minutes(1)).getTime()));
}

function closingOf({ closing }: DemoText, told: ReadonlyMap<string, Dossier>): ClaimStory["closing"] {
  if (!closing) return null;
  const target = told.get(closing.into ?? "");
  const answer = told.get(closing.answeredBy ?? "")?.debunk;
  return {
    from: closing.from as ClaimStatus,
    note: closing.note,
    channel: closing.channel as OtherChannel | undefined,
    into: target && { id: target.story.id, number: target.story.number },
    answeredById: answer?.id,
  };
}
