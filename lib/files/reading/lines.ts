import { withoutFrame } from "./chat-frame.ts";
import type { Line, Row, Sheet } from "./sheet.ts";
import type { Place } from "./turn.ts";
import { certainty, type Words } from "./words.ts";

/** Below this the reader guesses. */
const GUESS = 0.6;

/**
 * The words of a picture as text, row by row: lines of one bubble or paragraph, which stand close under each other, run on;
 * others start anew. What a chat shows around its messages is left out.
 */
export function joinLines(sheet: Sheet): Words {
  const told = sheet.lines.filter((line) => certainty(line) >= GUESS && /[\p{L}\p{N}]/u.test(line.text));
  const joined: Words[] = [];
  let above: Row | undefined;
  for (const row of withoutFrame(rowsOf(told), sheet)) {
    if (above) joined.push(sign(runsOn(above, row) ? between(above[0].text, row[0].text) : "\n"));
    for (const [at, line] of row.entries()) joined.push(sign(at > 0 ? " " : ""), line);
    above = row;
  }
  return { text: joined.map(({ text }) => text).join(""), sure: joined.flatMap(({ sure }) => sure) };
}

/** What nobody read, but everybody sees. */
const sign = (text: string): Words => ({ text, sure: [...text].map(() => 1) });

/** The rows of a page or a table, from top to bottom: what stands beside each other is on the same height. */
export function rowsOf(lines: readonly Line[]): Row[] {
  const rows: [Line, ...Line[]][] = [];
  for (const line of lines.toSorted((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    if (row?.every((other) => isBeside(other, line))) row.push(line);
    else rows.push([line]);
  }
  return rows.map(([...row]) => row.toSorted((a, b) => a.left - b.left) as [Line, ...Line[]]);
}

const middle = ({ top, bottom }: Place): number => (top + bottom) / 2;
const heightOf = ({ top, bottom }: Place): number => bottom - top;

const isBeside = (one: Line, other: Line): boolean =>
  Math.abs(middle(one) - middle(other)) < 0.5 * Math.min(heightOf(one), heightOf(other)) &&
  Math.min(one.right, other.right) - Math.max(one.left, other.left) < heightOf(one);

function runsOn([above, ...besideIt]: Row, [below, ...besideThat]: Row): boolean {
  if (besideIt.length > 0 || besideThat.length > 0) return false;
  const height = Math.min(heightOf(above), heightOf(below));
  const gap = below.top - above.bottom;
  const overlap = Math.min(above.right, below.right) - Math.max(above.left, below.left);
  return gap < 0.9 * height && overlap > 0 && Math.abs(above.left - below.left) < 2 * height;
}

/** Chinese is written without blanks between lines, what is spelled in letters with one. */
const between = (above: string, below: string): string =>
  /[\w,.;:]$/.test(above) && /^\w/.test(below) ? " " : "";
