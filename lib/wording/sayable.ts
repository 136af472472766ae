import { privateSpans } from "./private-spans.ts";

/** Where a sentence ends, with what closes it. */
const SENTENCE = /(?<=[。！？!?；;\n][”’"')）]?)/u;

/**
 * What of a text may stand where strangers read it: its sentences but for those that may tell who or where a private person is.
 * Empty when there is no other.
 */
export const sayable = (text: string): string =>
  text
    .split(SENTENCE)
    .filter((sentence) => privateSpans(sentence).length === 0)
    .join("")
    .trim();
