import { randomUUID } from "node:crypto";

/** How many characters a key is drawn from, by what stands in it besides hyphens; otherwise from 64. */
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/^\d*$/, 10],
  [/^[\da-f]*$/i, 16],
  [/^(?:[\da-z]*|[\dA-Z]*)$/, 36],
];
/** Less than is random in a UUID, because a random key may come to be drawn from fewer characters than it could. */
const BITS = 100;
/** Random keys of that length have never so few different characters. */
const DIFFERENT = 5;

/** A key for a form, by which it is one report however often it is sent. */
export const newIdempotencyKey = (): string => randomUUID();

/**
 * Whether somebody else might come upon this key: whoever sends it with the same words gets the same receipt, so it has to
 * have room for 100 random bits (a UUID, or 22 characters of base64) and may not repeat itself.
 */
export function canBeGuessed(key: string): boolean {
  const drawn = key.replaceAll("-", "");
  const size = alphabets.find(([pattern]) => pattern.test(drawn))?.[1];
  const bits = size ? drawn.length * Math.log2(size) : key.length * 6;
  return bits < BITS || new Set(drawn).size < DIFFERENT;
}
