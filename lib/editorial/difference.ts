import { diffArrays } from "diff";
import type { DraftContent, DraftPoint } from "./status.ts";

/** A stretch of text that two versions share, or that only one of them has. */
export type Piece = { text: string; change: "same" | "added" | "removed" };

/** A point of the newer version, or one that it no longer has. */
export type PointChange = { pieces: Piece[]; point: DraftPoint | null };

const words = new Intl.Segmenter("zh", { granularity: "word" });
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

/** What changed from one text to another, word by word; Chinese words too. */
export function difference(before: string, after: string): Piece[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => ({
    text: value.join(""),
    change: added ? "added" : removed ? "removed" : "same",
  }));
}

/** Whether any of it was added or removed. */
export const hasChanged = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ change }) => change !== "same");

/** The points of the newer text in its order, each against the one it replaces; dropped ones stand where they were. */
export function pointChanges(
  before: readonly DraftPoint[] | null,
  after: readonly DraftPoint[],
): PointChange[] {
  if (!before) return after.map((point) => ({ pieces: [{ text: point.text, change: "same" }], point }));
  const parts = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const changes: PointChange[] = [];
  const rest = [...after];
  let dropped: string[] = [];
  const drop = () => {
    changes.push(...dropped.map((text) => ({ pieces: difference(text, ""), point: null })));
    dropped = [];
  };
  for (const { value, added, removed } of parts) {
    if (removed) {
      dropped.push(...value);
      continue;
    }
    for (const text of value) {
      const point = rest.shift() ?? null;
      changes.push({ pieces: difference(added ? (dropped.shift() ?? "") : text, text), point });
    }
    drop();
  }
  drop();
  return changes;
}

/** The parts of a text that are prose, in the order in which they are read. */
export const proseParts = [
  "title",
  "titleEn",
  "summary",
  "claimed",
  "howWeKnow",
  "advice",
  "organisation",
] as const satisfies readonly (keyof DraftContent)[];
