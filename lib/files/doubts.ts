import type { Words } from "#lib/files/reading/words";
import type { Stretch } from "#lib/wording/lines";

/** Below this somebody should look whether a character was read right. */
const SURE = 0.7;
/** What was taken out of a text is named in its place. */
const TAKEN_OUT = /〔[^〔〕]{1,8}已隐去〕/u;

/**
 * The parts of a text, as it is kept, that were read with doubt: runs of letters and figures of which the reader was not
 * sure. What was taken out of what was read, or cut off it, is in no part.
 */
export function doubtsIn({ text, sure }: Words, kept: string): Stretch[] {
  const doubts: Stretch[] = [];
  let [read, at] = [0, 0];
  for (const said of kept.split(TAKEN_OUT)) {
    at = kept.indexOf(said, at);
    const found = text.indexOf(said, read);
    if (at < 0 || found < 0) return doubts;
    for (let unit = 0; unit < said.length; unit += 1) {
      const isDoubtful = (sure[found + unit] ?? 1) < SURE && /[\p{L}\p{N}]/u.test(said.charAt(unit));
      const last = doubts.at(-1);
      if (isDoubtful && last?.end === at + unit) last.end += 1;
      else if (isDoubtful) doubts.push({ start: at + unit, end: at + unit + 1 });
    }
    read = found + said.length;
    at += said.length;
  }
  return doubts;
}

/** A piece of a text, and whether it was read with doubt. */
export type DoubtPiece = { text: string; isDoubtful: boolean };

/** A text in pieces that were read with doubt and others. */
export function markDoubts(text: string, doubts: readonly Stretch[]): DoubtPiece[] {
  const pieces: DoubtPiece[] = [];
  let at = 0;
  for (const { start, end } of doubts) {
    pieces.push({ text: text.slice(at, start), isDoubtful: false });
    pieces.push({ text: text.slice(start, end), isDoubtful: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), isDoubtful: false });
  return pieces.filter((piece) => piece.text !== "");
}

declare global {
  namespace PrismaJson {
    type Doubts = import("#lib/wording/lines").Stretch[];
  }
}
