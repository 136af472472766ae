import type { Place } from "./turn.ts";
import type { Words } from "./words.ts";

/** A line of words in a picture, and where it stands once the picture is upright. */
export type Line = Words &
  Place & {
    /** On a ground of its own, such as a bubble's. */
    isFramed: boolean;
  };

/** What was read in a picture, and how large it is once it is upright. */
export type Sheet = { width: number; height: number; lines: readonly Line[] };

/** Lines that stand beside each other, from left to right. */
export type Row = readonly [Line, ...Line[]];
