import { isMoment } from "#lib/wording/chat-record";
import type { Row, Sheet } from "./sheet.ts";

/** What a telephone shows at the top of its screen beside the time. */
const STATUS =
  /(?:中国)?(?:移动|联通|电信|广电)|wi-?fi|volte|hd|lte|[2-6]g[+a]?|[km]b?\/s|[ap]m|上午|下午|凌晨|晚上/giu;
/** The bar stands within so much of the top of a screen, as a share of its width. */
const STATUS_HEIGHT = 0.12;
const CLOCK = /(?<!\d)\d{1,2}[:：]\d{2}(?!\d)/u;

/** Whether a row is a telephone's status bar: the time, and nothing that says anything. */
export function isStatusBar(row: Row): boolean {
  const shown = row.map(({ text }) => text).join(" ");
  if (!CLOCK.test(shown)) return false;
  const rest = shown.replace(CLOCK, "").replace(STATUS, "");
  return (rest.match(/\p{L}/gu)?.length ?? 0) <= 1 && (rest.match(/\d/g)?.length ?? 0) <= 5;
}

/** The name of a group and how many are in it, as chats head a conversation. */
const COUNTED = /^.{1,30}[(（]\d{1,4}[)）][\s.…·⋯。]*$/u;
/** A name has no marks of a sentence in it. */
const NAME = /^[^，。！？；：,!?;:]{1,20}$/u;
/** So far from the middle of the picture a heading may stand, as a share of its width. */
const OFF_CENTRE = 0.1;
/** Beside a heading there may be an arrow back, a number of unread messages, and signs. */
const BESIDE = /^(?:[^\p{L}]{0,4}|.)$/u;

/** The heading of a chat: what names it, in a row of its own on the ground of the picture, over messages that are framed. */
function isHeading(row: Row, below: readonly Row[], { width }: Sheet, isUnderStatus: boolean): boolean {
  const named = row.filter(({ text }) => !BESIDE.test(text));
  const [name] = named;
  if (!name || named.length > 1 || name.isFramed || isMoment(name.text)) return false;
  const messages = below.flat().filter(({ text }) => !isMoment(text));
  const framed = messages.filter(({ isFramed }) => isFramed).length;
  if (COUNTED.test(name.text) && (framed > 0 || isUnderStatus)) return true;
  const isCentred = Math.abs((name.left + name.right) / 2 - width / 2) < OFF_CENTRE * width;
  return isCentred && NAME.test(name.text) && framed > 0 && framed * 2 >= messages.length;
}

/**
 * The rows of a picture without what a telephone and a chat show around the messages: the bar with the clock, the name of the
 * group or of whoever one talks with, and when something was said.
 */
export function withoutFrame(rows: readonly Row[], sheet: Sheet): readonly Row[] {
  const [first] = rows;
  const hasStatus = first !== undefined && first[0].top < STATUS_HEIGHT * sheet.width && isStatusBar(first);
  const under = hasStatus ? rows.slice(1) : rows;
  const [head, ...below] = under;
  const hasHeading = head !== undefined && isHeading(head, below, sheet, hasStatus);
  const said = hasHeading ? below : under;
  return said.filter((row) => row.length > 1 || !isMoment(row[0].text));
}
