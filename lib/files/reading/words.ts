/** What was read in a line, and how sure the reader is of each of its UTF-16 units (0–1). */
export type Words = { text: string; sure: readonly number[] };

/** How sure the reader is of a line on the whole. */
export const certainty = ({ sure }: Words): number =>
  sure.length === 0 ? 0 : sure.reduce((sum, one) => sum + one, 0) / sure.length;
