/** A part of a text, in UTF-16 units. */
export type Stretch = { start: number; end: number };
export type Line = Stretch & { text: string };

/** The lines of a text that say something, in their order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (line.trim() !== "") lines.push({ text: line, start, end });
    start = end + 1;
  }
  return lines;
}
