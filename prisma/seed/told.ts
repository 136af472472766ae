import type { Actor } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import type { Crew } from "./crew.ts";
import { actorOf } from "./people.ts";
import type { SeededReport } from "./reports.ts";
import type { ClaimStory } from "./story.ts";

/** What has been told of a claim so far: it grows with every step. */
export type Told = {
  story: ClaimStory;
  actors: Record<keyof Crew, Actor>;
  id: string;
  number: number;
  reports: SeededReport[];
  evidenceIds: string[];
  /** The first text, and then those of its corrections. */
  draftIds: string[];
  debunk: { id: string; slug: string; currentVersion: number } | null;
};

/** A claim of which nothing has been told yet. */
export const untold = (story: ClaimStory): Told => ({
  story,
  actors: Object.fromEntries(
    Object.entries(story.crew).map(([part, person]) => [part, actorOf(person)]),
  ) as Told["actors"],
  id: "",
  number: 0,
  reports: [],
  evidenceIds: [],
  draftIds: [],
  debunk: null,
});

/** A claim as it is named in the next step: with the version that the person sees. */
export async function inSight({ id }: { id: string }): Promise<{ claimId: string; version: number }> {
  const { version } = await db.claim.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return { claimId: id, version };
}
