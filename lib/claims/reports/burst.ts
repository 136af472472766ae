import { createHash } from "node:crypto";
import { compact, wordingOf } from "#lib/matching/wording";

/** What is left when only figures and decoration were changed from one message to the next; null for no words at all. */
export function templateOf(text: string): string | null {
  const words = compact(wordingOf(text).text).replace(/\d+(?:\.\d+)*/gu, "#");
  if (words.replaceAll("#", "") === "") return null;
  return createHash("sha256").update(words).digest("base64url").slice(0, 22);
}

/** Whether one text comes so often that the desk is told: twenty times, and faster than people forward by themselves. */
export const isBurst = ({ count, minutes }: { count: number; minutes: number }): boolean =>
  count >= 20 && count >= 2 * minutes;
