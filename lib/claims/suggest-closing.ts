import { plain } from "#lib/wording/plain";
import type { Closing, OtherChannel } from "./status.ts";

/** How a claim might end without a notice, with the words that say so; without any its texts say too little. */
export type ClosingGuess = { closing: Closing; channel: OtherChannel | null; quote: string | null };

/** What is said of oneself and asks for help, where it is helped. */
const pleas: readonly { channel: OtherChannel; said: RegExp }[] = [
  { channel: "96110", said: /我(?:[^。！？\n]{0,6})被骗|骗了我|骗走我/u },
  { channel: "110", said: /我要报警|帮我报警|有人(?:打|追|跟踪|威胁)我/u },
  {
    channel: "12315",
    said: /我(?:[^。！？\n]{0,8})买(?:[^。！？\n]{0,10})(?:不退|拒绝退|假货)|(?:商家|老板|店家)不(?:给|肯)?退/u,
  },
  { channel: "12377", said: /我要举报(?:[^。！？\n]{0,8})(?:网站|账号|群|视频)/u },
  { channel: "12345", said: /我要投诉|我要反映|欠我|不给我们?发工资|拖欠(?:我|我们)|帮帮我们?/u },
];
const opinion = /我觉得|我认为|个人认为|凭什么|太过分了|强烈(?:建议|要求|反对|支持)|我(?:支持|反对|建议)/u;
const belief = /世界末日|预言|算命|托梦|转世|显灵|附身|风水|神仙|菩萨保佑/u;
/** What asks without saying what about. */
const asking =
  /请问|听说|网传|这个|这条|这件|那个|消息|视频|图片|事情|事|说法|是不是|是真是假|是真的|是假的|真的假的|真假|真的|假的|真|假|吗|呢|吧|么|啊|的|是|有没有|帮我|看看|核实|一下|求|谁|知道|怎么|回事/gu;
const enough = 4;

/** What a claim's texts say of how it might end without a notice; null where there is something to check. */
export function suggestClosing(texts: readonly string[]): ClosingGuess | null {
  const source = texts.join("\n").slice(0, 4000);
  const { text, from, to } = plain(source);
  const quoteOf = (said: RegExp): string | null => {
    const found = said.exec(text);
    return found ? source.slice(from[found.index], to[found.index + found[0].length - 1]) : null;
  };
  for (const { channel, said } of pleas) {
    const quote = quoteOf(said);
    if (quote !== null) return { closing: "other-channel", channel, quote };
  }
  const content = text.replace(asking, "").match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (content < enough) return { closing: "too-vague", channel: null, quote: null };
  const view = quoteOf(opinion);
  if (view !== null) return { closing: "opinion", channel: null, quote: view };
  const faith = quoteOf(belief);
  return faith === null ? null : { closing: "not-checkable", channel: null, quote: faith };
}
