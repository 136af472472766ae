import { chatFrame } from "./chat-record.ts";
import type { Stretch } from "./lines.ts";
import { mailFrame } from "./mail-quote.ts";
import { shareFrame } from "./share-line.ts";

/**
 * A text with blanks where an app or a mail program put something around what people say, so that everything else keeps
 * its place: who wrote when in a chat, the head of a mail, how to open what was shared. Known by its form.
 */
export const withoutFrame = (text: string): string =>
  [mailFrame, chatFrame, shareFrame].reduce((read, frameOf) => blanked(read, frameOf(read)), text);

function blanked(text: string, frame: readonly Stretch[]): string {
  let [left, at] = ["", 0];
  for (const { start, end } of frame.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    left += text.slice(at, from) + text.slice(from, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return left + text.slice(at);
}
