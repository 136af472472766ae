import { addEvidence } from "#lib/investigation/add-evidence";
import { primaryByNature } from "#lib/investigation/vocabulary";
import { after, dayOf, days, now } from "#lib/platform/clock";
import type { EvidenceStory } from "./notices.ts";
import { done, type Step } from "./tell.ts";
import type { Told } from "./told.ts";

/** The verifier adds one piece of evidence. */
export const evidenceStep = (told: Told, evidence: EvidenceStory, at: Date): Step => ({
  at,
  take: async () => {
    const { type, publisher, title, shows, url } = evidence;
    const { evidenceId } = await done(
      addEvidence(told.actors.verifier, {
        claimId: told.id,
        type,
        publisher,
        title,
        shows,
        url,
        publishedOn: publishedOn(evidence),
        isPrimary: evidence.isPrimary ?? primaryByNature.includes(type),
      }),
    );
    told.evidenceIds.push(evidenceId);
  },
});

const publishedOn = ({ publishedOn: fixed, daysBefore }: EvidenceStory): string | undefined =>
  fixed ?? (daysBefore === undefined ? undefined : dayOf(after(now(), -days(daysBefore))));
