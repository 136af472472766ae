import { type InferenceSession, Tensor } from "onnxruntime-node";
import type { Box } from "./boxes.ts";
import { type Crop, cropLine, type Pixels, plainestColumn, sliceCrop } from "./pixels.ts";
import type { Turn } from "./turn.ts";
import { doubtGaps, type Words } from "./words.ts";

/** The model reads lines of this height. */
const HEIGHT = 48;
/** Some fifty characters: the time for a line grows with the square of its length. */
const LONGEST = 2400;

/** How to read lines with a model that answers with signs of an alphabet. */
export function makeReader(model: InferenceSession, alphabet: readonly string[]) {
  const [input = "", output = ""] = [model.inputNames[0], model.outputNames[0]];
  const readCrop = async ({ planes, width }: Crop): Promise<Words> => {
    const answers = await model.run({ [input]: new Tensor("float32", planes, [1, 3, HEIGHT, width]) });
    const likely = answers[output];
    return likely
      ? decode(likely.data as Float32Array, likely.dims[2] ?? 1, alphabet)
      : { text: "", sure: [] };
  };
  /** Reads a line that runs as in a picture turned so. */
  return async (picture: Pixels, box: Box, turn: Turn): Promise<Words> => {
    let rest = cropLine(picture, box, turn, HEIGHT);
    const read: Words[] = [];
    while (rest.width > LONGEST) {
      const cut = plainestColumn(rest, Math.round(0.8 * LONGEST), LONGEST);
      read.push(await readCrop(sliceCrop(rest, 0, cut)));
      rest = sliceCrop(rest, cut, rest.width);
    }
    read.push(await readCrop(rest));
    return { text: read.map(({ text }) => text).join(""), sure: read.flatMap(({ sure }) => sure) };
  };
}

/** The likeliest sign at each step (CTC): the first stands for none, and one that goes on is one. */
function decode(likely: Float32Array, signs: number, alphabet: readonly string[]): Words {
  let text = "";
  const sure: number[] = [];
  const steps: number[] = [];
  for (let step = 0, before = 0; step < likely.length; step += signs) {
    let best = 0;
    for (let sign = 1; sign < signs; sign += 1) {
      if ((likely[step + sign] ?? 0) > (likely[step + best] ?? 0)) best = sign;
    }
    if (best > 0 && best !== before) {
      const sign = alphabet[best - 1] ?? "";
      text += sign;
      for (let unit = 0; unit < sign.length; unit += 1) {
        sure.push(likely[step + best] ?? 0);
        steps.push(step / signs);
      }
    }
    before = best;
  }
  return doubtGaps({ text, sure }, steps);
}
