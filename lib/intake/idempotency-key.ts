import { randomUUID } from "node:crypto";

/**
 * How many characters make as much as is random in a UUID, by what stands in a key besides hyphens. Random base64 of 128 bits
 * may come to have letters of one case only, and a hyphen.
 */
const lengths: readonly (readonly [RegExp, number])[] = [
  [/^\d*$/, 37],
  [/^[\da-f]*$/i, 31],
  [/^(?:[\da-z]*|[\dA-Z]*)$/, 21],
];
/** Of anything else, hyphens included. */
const LENGTH = 20;
/** Random keys of that length have never so few different characters. */
const DIFFERENT = 5;

/** A key for a form, by which it is one report however often it is sent. */
export const newIdempotencyKey = (): string => randomUUID();

/**
 * Whether somebody else might come upon this key: whoever sends it with the same words gets the same receipt, so it has to
 * have room for 120 random bits (a UUID, or 22 characters of base64) and may not repeat itself.
 */
export function canBeGuessed(key: string): boolean {
  const drawn = key.replaceAll("-", "");
  const needed = lengths.find(([pattern]) => pattern.test(drawn))?.[1];
  const isShort = needed ? drawn.length < needed : key.length < LENGTH;
  return isShort || new Set(drawn).size < DIFFERENT;
}
