import type { DraftKind } from "./status.ts";

type Reviewed = {
  latestVersion: number;
  reviews: readonly { reviewerId: string; version: { number: number } }[];
};

/**
 * The version that a reader of a draft is shown the differences from, unless they choose another (`0`: none): for a
 * correction the published text, else the last one that somebody reviewed, else the one before.
 */
export function comparedWith(draft: Reviewed & { kind: DraftKind }, chosen?: string): number | null {
  const { latestVersion, kind, reviews } = draft;
  if (chosen !== undefined && /^\d{1,6}$/.test(chosen)) {
    const number = Number(chosen);
    return number > 0 && number < latestVersion ? number : null;
  }
  if (latestVersion === 1) return null;
  if (kind !== "initial") return 1;
  const reviewed = reviews.map(({ version }) => version.number).filter((number) => number < latestVersion);
  return reviewed.length > 0 ? Math.max(...reviewed) : latestVersion - 1;
}

/** Whether a person wrote a version of a draft or decided on its latest one, and so may not review it. */
export const hasPart = (
  draft: Reviewed & { versions: readonly { writerId: string }[] },
  userId: string,
): boolean =>
  draft.versions.some(({ writerId }) => writerId === userId) ||
  draft.reviews.some(
    ({ reviewerId, version }) => reviewerId === userId && version.number === draft.latestVersion,
  );
