/** Invisible characters that reorder or hide text: bidirectional controls and overrides. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
/** Control characters other than tab and line feed. */
const CONTROLS = /(?![\t\n])\p{Cc}/gu;

/**
 * Text as it may be stored and shown: NFC, without NUL and other control characters, lone surrogates and
 * direction overrides; line ends become `\n`.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll("\ufffd", "")
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI_CONTROLS, "")
    .normalize("NFC");

/** A sign that is seen by itself; the blank pattern of Braille counts as a letter to Unicode. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Z}\p{M}\u2800]/u;

/** What somebody typed, cleaned and without blanks at its ends; empty when nothing of it is seen. */
export function typedText(text: string): string {
  const clean = cleanText(text).trim();
  return SEEN.test(clean) ? clean : "";
}

/** The most code points that a free text may have (api.md). */
export const TEXT_LIMIT = 5000;

/** How long a text is for people: in code points, not in UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

/** The first code points of a text, so many at most. */
export const firstOf = (text: string, limit: number): string => [...text].slice(0, limit).join("");

/** The beginning of a text in one line, at most `limit` code points, with an ellipsis when it was longer. */
export function shorten(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return lengthOf(line) <= limit ? line : `${firstOf(line, limit - 1)}…`;
}
