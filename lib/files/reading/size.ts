import type { Box } from "./boxes.ts";

type Size = { width: number; height: number };

/** The reader works best, and quickest, on words of the size in which a telephone shows them. */
const SHORT = 800;
/** How many pixels are looked at at once: a telephone's screen of that width. */
export const AREA = SHORT * 1600;
/** Lower lines are read wrong. */
const LOWEST_LINE = 15;

/** The size at which a picture is read at first: never larger than it is, and never less than a screen of it. */
export const sizeToRead = (size: Size): Size => {
  const { width, height } = size;
  return scaled(size, Math.max(SHORT / Math.min(width, height), Math.sqrt(AREA / (width * height))));
};

/** The size at which a picture is read when its words turn out to be smaller than a telephone's; null when they are not. */
export function sizeForSmallWords(own: Size, read: Size, boxes: readonly Box[]): Size | null {
  const scale = read.width / own.width;
  const heights = boxes.map(({ width, height }) => Math.min(width, height)).toSorted((a, b) => a - b);
  const middle = heights[heights.length >> 1];
  if (scale >= 1 || middle === undefined || middle >= LOWEST_LINE) return null;
  return scaled(own, (scale * 2 * LOWEST_LINE) / middle);
}

function scaled({ width, height }: Size, scale: number): Size {
  const by = Math.min(1, scale);
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
}
