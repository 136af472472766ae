import { after, hours } from "#lib/platform/clock";
import { type Closing, change, type Dossier, record } from "./dossier.ts";

/** Ends the claim without a notice of its own, from the state it is in. */
export function closeClaim(dossier: Dossier, closing: Closing): void {
  const { story, claim, rows } = dossier;
  const { moderator } = story.workers;
  const last = rows.events.map(({ at }) => new Date(at).getTime());
  const at = after(new Date(Math.max(...last)), Math.round(hours(0.5) * story.pace));
  const { into } = closing;
  change(dossier, {
    status: story.status,
    closedFrom: closing.from,
    closedAt: at,
    closingNote: into ? null : closing.note,
    closingChannel: closing.channel ?? null,
    mergedIntoId: into?.id ?? null,
    answeredById: closing.answeredById ?? null,
  });
  record(
    dossier,
    into
      ? {
          type: "claim.merged",
          actor: moderator,
          at,
          reason: closing.note,
          data: { into: into.id, intoNumber: into.number },
        }
      : {
          type: "claim.closed",
          actor: moderator,
          at,
          reason: closing.note,
          data: { closing: story.status, from: closing.from },
        },
  );
  for (const assignment of rows.assignments) {
    if (assignment.claimId === claim.id) Object.assign(assignment, { status: "withdrawn", doneAt: at });
  }
}
