/** What was read in a line, and how sure the reader is of each of its UTF-16 units (0–1). */
export type Words = { text: string; sure: readonly number[] };

/** How sure the reader is of a line on the whole. */
export const certainty = ({ sure }: Words): number =>
  sure.length === 0 ? 0 : sure.reduce((sum, one) => sum + one, 0) / sure.length;

/** Han stand at even distances: so much more than usual, and there is one between that the model does not know. */
const GAP = 1.6;
const UNSURE = 0.5;

/**
 * The same words, read with doubt beside a gap between two han that is as wide as a third one: a model says nothing of a
 * character that its alphabet lacks. `steps` tells where each unit of the text stands in its line.
 */
export function doubtGaps({ text, sure }: Words, steps: readonly number[]): Words {
  const gaps = sure.map((_, at) =>
    /^\p{Script=Han}{2}$/u.test(text.slice(at, at + 2)) ? (steps[at + 1] ?? 0) - (steps[at] ?? 0) : 0,
  );
  const usual = gaps.filter((gap) => gap > 0).toSorted((a, b) => a - b);
  const limit = GAP * (usual[usual.length >> 1] ?? Number.POSITIVE_INFINITY);
  const isBeside = (at: number) => (gaps[at] ?? 0) > limit || (gaps[at - 1] ?? 0) > limit;
  return { text, sure: sure.map((one, at) => (isBeside(at) ? Math.min(one, UNSURE) : one)) };
}
