import { type InferenceSession, Tensor } from "onnxruntime-node";
import { type Box, boxesIn } from "./boxes.ts";
import { piecesOf } from "./pieces.ts";
import { type Pixels, planesOf } from "./pixels.ts";
import { AREA } from "./size.ts";

/** The finder halves its picture five times. */
const STEP = 32;
/** What two pieces of a long picture share: more than the height of a line. */
const SHARED = 192;
/** Above this a pixel belongs to words. */
const WORDS = 0.03;

/**
 * Finds the lines of words in a picture. A long one is looked at in pieces of bounded size; lines are sought in all of what
 * was seen together, so that none is cut, doubled or lost between two pieces.
 */
export async function findBoxes(model: InferenceSession, picture: Pixels): Promise<Box[]> {
  const { width, height } = picture;
  const isWide = width > height;
  const most = Math.max(AREA / Math.min(width, height), 2 * SHARED);
  const mask = new Uint8Array(width * height);
  for (const { from, to, keepFrom, keepTo } of piecesOf(Math.max(width, height), most, SHARED)) {
    const area = isWide
      ? { left: from, top: 0, width: to - from, height }
      : { left: 0, top: from, width, height: to - from };
    const seen = await look(model, picture, area);
    const kept = isWide
      ? { left: keepFrom, top: 0, right: keepTo, bottom: height }
      : { left: 0, top: keepFrom, right: width, bottom: keepTo };
    for (let y = kept.top; y < kept.bottom; y += 1) {
      for (let x = kept.left; x < kept.right; x += 1) {
        if (seen.at(x - area.left, y - area.top) > WORDS) mask[y * width + x] = 1;
      }
    }
  }
  return boxesIn(mask, width, height);
}

type Area = { left: number; top: number; width: number; height: number };

async function look(model: InferenceSession, picture: Pixels, { left, top, width, height }: Area) {
  const across = Math.ceil(width / STEP) * STEP;
  const down = Math.ceil(height / STEP) * STEP;
  const planes = planesOf(picture, { left, top, across, down });
  const [input = "", output = ""] = [model.inputNames[0], model.outputNames[0]];
  const answers = await model.run({ [input]: new Tensor("float32", planes, [1, 3, down, across]) });
  const likely = answers[output]?.data as Float32Array;
  return { at: (x: number, y: number) => likely[y * across + x] ?? 0 };
}
