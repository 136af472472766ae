import { system } from "#lib/access/actor";
import { tokensOf } from "#lib/matching/tokens";
import { after, minutes } from "#lib/platform/clock";
import { type ClaimStory, change, type Dossier, momentOf, record } from "./dossier.ts";
import { addReport } from "./reports.ts";
import { noRows } from "./rows.ts";

/** The first report opens the claim, the moderator puts the others into it. */
export function receiveClaim(story: ClaimStory): Dossier {
  const rows = noRows();
  const reports = story.reports.map((report, index) =>
    addReport(rows, { submittedAt: after(story.receivedAt, index * minutes(4)), ...report }),
  );
  const times = reports.map(({ submittedAt }) => submittedAt.getTime());
  const createdAt = new Date(Math.min(...times));
  const claim: Dossier["claim"] = {
    id: story.id,
    number: story.number,
    wording: story.wording,
    status: "received",
    urgency: story.urgency,
    topicId: story.topicId,
    subtopicId: null,
    reportCount: reports.length,
    searchTokens: tokensOf(...story.reports.slice(0, 1).map(({ text }) => text), story.wording),
    createdAt,
    updatedAt: createdAt,
    lastReportedAt: new Date(Math.max(...times)),
    version: 1,
  };
  rows.claims.push(claim);
  rows.places.push(...story.places.map((divisionCode) => ({ claimId: story.id, divisionCode })));
  rows.claimReports.push(
    ...reports.map(({ id, submittedAt }, index) => ({
      reportId: id,
      claimId: story.id,
      addedAt: submittedAt,
      ...(index === 0
        ? { reason: "first" as const }
        : { reason: "moved" as const, addedById: story.workers.moderator.userId }),
    })),
  );
  const dossier: Dossier = { story, rows, claim, reports, evidenceIds: [], draftIds: [], debunk: null };
  record(dossier, { type: "claim.received", actor: system, at: createdAt });
  return dossier;
}

/** The desk accepts the claim, with its topic, places and urgency. */
export function triage(dossier: Dossier): void {
  const { story } = dossier;
  const { topicId, subtopicId, urgency, places } = story;
  change(dossier, { status: "triaged", subtopicId, searchTokens: tokensOf(story.wording) });
  record(dossier, {
    type: "claim.triaged",
    actor: story.workers.moderator,
    at: momentOf(story, "triaged"),
    data: { topic: topicId, urgency, places: [...places] },
  });
}
