import { isQuotedAmidTalk } from "./differences.ts";
import type { Worded } from "./words.ts";

const toCome =
  /^(?:将|将要|将会|即将|就要|快要|要|明\S*|后天|下周\S*|下月|下个月|下星期\S*|来年|今晚|今夜)$/u;
const past = /^(?:已|已经|已有|曾|曾经|昨\S*|前天|前晚|上周\S*|上月|上个月|上星期\S*|去年|日前)$/u;

/** Whether a wording tells of what has happened, of what will, or leaves it open. */
function tenseOf({ words, flat }: Worded): "past" | "to come" | null {
  const will = words.some(({ text }) => toCome.test(text)) || /下个?(?:月|周|星期)/u.test(flat);
  const has =
    words.some(({ text }) => past.test(text)) || /(?<=[\p{Script=Han}])了(?=[\p{Script=Han}\d])/u.test(flat);
  if (will === has) return null;
  return will ? "to come" : "past";
}

/** Whether one of two wordings tells of what will happen and the other of what has. */
export function differInTense(one: Worded, other: Worded): boolean {
  if (isQuotedAmidTalk(one, other)) return false;
  const [first, second] = [tenseOf(one), tenseOf(other)];
  return first !== null && second !== null && first !== second;
}
