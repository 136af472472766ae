import type { Box } from "./boxes.ts";
import { findBoxes } from "./find-boxes.ts";
import { isFramed, type Pixels } from "./pixels.ts";
import type { makeReader } from "./read-box.ts";
import type { Line, Sheet } from "./sheet.ts";
import { sizeForSmallWords, sizeToRead } from "./size.ts";
import { level, longest, sidesOf, type Turn, turnsOf } from "./turn.ts";
import { certainty, type Words } from "./words.ts";

type Size = { width: number; height: number };
type Read = ReturnType<typeof makeReader>;
type Finder = Parameters<typeof findBoxes>[0];

/** So many of the longest lines tell which way up a picture is. */
const SAMPLE = 4;
/** Lines on their head are not read as surely as this. */
const CLEAR = 0.8;
/** A line that is so much higher than long runs downwards, or is one character. */
const TALL = 1.5;

/**
 * Reads the lines of a picture, whichever way up it lies and somewhat inclined; `open` gives its pixels at a size. An upright
 * one costs one reading; of another a few lines are read twice.
 */
export async function readSheet(
  own: Size,
  open: (size: Size) => Promise<Pixels>,
  finder: Finder,
  read: Read,
): Promise<Sheet> {
  const { picture, boxes } = await find(own, open, finder);
  const { turn, known } = await tellTurn(picture, boxes, read);
  const { places, ...size } = level(boxes, picture, turn);
  const lines: Line[] = [];
  for (const [at, box] of boxes.entries()) {
    const place = places[at];
    if (!place) continue;
    const words = known.get(box) ?? (await readEitherWay(picture, box, turn, read));
    if (words.text !== "") lines.push({ ...words, ...place, isFramed: isFramed(picture, box, turn) });
  }
  return { ...size, lines };
}

async function find(own: Size, open: (size: Size) => Promise<Pixels>, finder: Finder) {
  const picture = await open(sizeToRead(own));
  const boxes = await findBoxes(finder, picture);
  const larger = sizeForSmallWords(own, picture, boxes);
  if (!larger) return { picture, boxes };
  const enlarged = await open(larger);
  return { picture: enlarged, boxes: await findBoxes(finder, enlarged) };
}

/** Which way up a picture is, and the lines that were read to tell. */
async function tellTurn(picture: Pixels, boxes: readonly Box[], read: Read) {
  const turns = turnsOf(boxes);
  const sample = longest(boxes, SAMPLE);
  const readAll = async (turn: Turn) => {
    const known = new Map<Box, Words>();
    for (const box of sample) known.set(box, await read(picture, box, turn));
    const sum = known.values().reduce((total, words) => total + certainty(words), 0);
    return { turn, known, sure: sum / Math.max(1, known.size) };
  };
  const first = await readAll(turns[0]);
  if (first.sure >= CLEAR || sample.length === 0) return first;
  const second = await readAll(turns[1]);
  return second.sure > first.sure ? second : first;
}

async function readEitherWay(picture: Pixels, box: Box, turn: Turn, read: Read): Promise<Words> {
  const words = await read(picture, box, turn);
  const { along, across } = sidesOf(box, turn);
  if (across < TALL * along) return words;
  const downwards = await read(picture, box, turn === 3 ? 0 : ((turn + 1) as Turn));
  return certainty(downwards) > certainty(words) ? downwards : words;
}
