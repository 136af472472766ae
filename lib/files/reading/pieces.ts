/** A stretch of something long as it is looked at, and the part of it that is believed: at its ends its neighbours see more. */
export type Piece = { from: number; to: number; keepFrom: number; keepTo: number };

/** Cuts a length into equal pieces of at most `most`, of which neighbours overlap; what is believed covers it all, once. */
export function piecesOf(length: number, most: number, overlap: number): Piece[] {
  const count = length <= most ? 1 : Math.ceil((length - overlap) / (most - overlap));
  const size = Math.ceil((length + (count - 1) * overlap) / count);
  const starts = Array.from({ length: count }, (_, at) =>
    count === 1 ? 0 : Math.round((at * (length - size)) / (count - 1)),
  );
  /** The middle of what a piece shares with the next one. */
  const seamAfter = (from: number, next: number | undefined) =>
    next === undefined ? length : Math.round((from + size + next) / 2);
  return starts.map((from, at) => {
    const before = starts[at - 1];
    return {
      from,
      to: Math.min(length, from + size),
      keepFrom: before === undefined ? 0 : seamAfter(before, from),
      keepTo: seamAfter(from, starts[at + 1]),
    };
  });
}
