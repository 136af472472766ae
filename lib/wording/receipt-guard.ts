import { plain } from "./plain.ts";

/** Six groups of four letters and figures without U, or all in one piece. */
const LIKE_RECEIPT =
  /(?<![0-9a-z])(?:(?:[0-9a-tv-z]{4}[-‐–—\s]{1,2}){5}[0-9a-tv-z]{4}|[0-9a-tv-z]{24})(?![0-9a-z])/g;
/** Half of one, copied alone. */
const PART_OF_RECEIPT = /^\s*(?:[0-9a-tv-z]{4}[-‐–—]){2,5}[0-9a-tv-z]{0,4}\s*$/;
/** A receipt with fewer figures is one in a thousand, and none has only those of years, cards or hexadecimal ids. */
const LEAST_FIGURES = 2;
const ID_OF_SOMETHING = /^[0-9a-f\W]+$/;

/**
 * Whether a text, or a link in it, contains something that looks like a receipt, in groups or in one piece, or is nothing
 * but a part of one; it must stay private.
 */
export const containsReceipt = (text: string): boolean =>
  [text, unescaped(text)].some((read) => {
    const { text: folded } = plain(read);
    const found = [...(folded.match(LIKE_RECEIPT) ?? []), ...(folded.match(PART_OF_RECEIPT) ?? [])];
    return found.some(
      (one) => (one.match(/[0-9]/g) ?? []).length >= LEAST_FIGURES && !ID_OF_SOMETHING.test(one),
    );
  });

/** A link may have another within it, and that one another. */
const ESCAPED_AT_MOST = 3;

/** What the escapes and the blanks of links stand for. */
function unescaped(text: string): string {
  let read = text;
  for (let turn = 0; turn < ESCAPED_AT_MOST && /%[0-9a-f]{2}/i.test(read); turn++) {
    read = read.replace(/(?:%[0-9a-f]{2})+/gi, meaning);
  }
  return read.replaceAll("+", " ");
}

function meaning(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes.replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}

/** For the schema of a text that others read: a receipt in it would be theirs too. */
export const noReceipt = [
  (text: string): boolean => !containsReceipt(text),
  { error: "receiptInText" },
] as const;
