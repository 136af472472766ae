import type { Urgency } from "#lib/reference/urgency";
import { plain } from "#lib/wording/plain";

/** How soon a claim needs an answer by what its texts say, and the words that say so. */
export type UrgencyGuess = { urgency: Extract<Urgency, "P0" | "P1">; quote: string };

const danger =
  "(?:地震|余震|溃坝|垮坝|决堤|泄洪|放水|洪水|山洪|泥石流|滑坡|山火|海啸|爆炸|泄漏|毒气|投毒|下毒|砍人|持刀|枪击|抢孩子|抢娃|人贩子)";
const soon = "(?:今晚|今夜|今天|现在|马上|立刻|正在|即将|明天|明早|凌晨|刚刚|快要)";

/** The first class of which a text speaks: what threatens lives now, before what costs money or an exam or makes people panic. */
const signs: readonly { urgency: UrgencyGuess["urgency"]; said: RegExp }[] = [
  {
    urgency: "P0",
    said: new RegExp(
      `快跑|快撤|快逃|赶快转移|马上转移|紧急撤离|千万别喝|${soon}[^。！？\\n]{0,12}${danger}|${danger}[^。！？\\n]{0,6}${soon}`,
      "u",
    ),
  },
  {
    urgency: "P1",
    said: /转账|汇款|验证码|点链接|扫码|取不出钱|挤兑|血本无归|被骗|抢购|囤货|囤米|断供|封城|全城停|停课|泄题|高考|中考|考研|抢孩子|抢娃|人贩子|砍人|溃坝|投毒/u,
  },
];

/** Longer than anybody reads before deciding. */
const READ = 4000;

/** What a claim's texts say of its urgency; null where they say nothing and the topic decides. */
export function suggestUrgency(texts: readonly string[]): UrgencyGuess | null {
  const source = texts.join("\n").slice(0, READ);
  const { text, from, to } = plain(source);
  for (const { urgency, said } of signs) {
    const found = said.exec(text);
    if (found) {
      const [start, end] = [from[found.index], to[found.index + found[0].length - 1]];
      return { urgency, quote: source.slice(start, end) };
    }
  }
  return null;
}
