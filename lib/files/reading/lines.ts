import type { Line } from "./ocr.ts";

/** Below this the reader guesses. */
const SURE = 0.6;

/**
 * The lines of a picture as text: lines of one bubble or paragraph, which stand close under each other, run on; others
 * start anew.
 */
export function joinLines(lines: readonly Line[]): string {
  const told = lines
    .filter(({ text, sure }) => sure >= SURE && /[\p{L}\p{N}]/u.test(text))
    .toSorted((a, b) => a.top - b.top);
  let joined = "";
  let above: Line | undefined;
  for (const line of told) {
    if (above) joined += runsOn(above, line) ? between(above.text, line.text) : "\n";
    joined += line.text.trim();
    above = line;
  }
  return joined;
}

function runsOn(above: Line, below: Line): boolean {
  const height = Math.min(above.bottom - above.top, below.bottom - below.top);
  const gap = below.top - above.bottom;
  const overlap = Math.min(above.right, below.right) - Math.max(above.left, below.left);
  return gap < 0.9 * height && overlap > 0 && Math.abs(above.left - below.left) < 2 * height;
}

/** Chinese is written without blanks between lines, what is spelled in letters with one. */
const between = (above: string, below: string): string =>
  /[\w,.;:]$/.test(above) && /^\w/.test(below) ? " " : "";
