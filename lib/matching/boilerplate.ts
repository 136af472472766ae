import type { Reading } from "#lib/wording/plain";

/** What people put around a claim when they forward it or ask about it. */
const phrases = `
紧急通知 紧急提醒 紧急扩散 紧急 重要通知 特别提醒 温馨提示 重要提醒 通知 提醒 警惕 注意 警告 最新消息 最新通知 重磅 突发 刚刚收到的消息 刚收到的消息 刚刚收到 刚收到 刚刚得到 刚刚 快看 号外
请大家 请各位 各位 大家 家人们 亲们 朋友们 亲友们 群友 互相 相互 务必 一定要 赶紧 赶快 马上 速速 速 快 请 转发 转发到 转告 转给 转起来 转起 转 扩散 传播 分享 告诉 周知 传下去 为了 家人 亲戚 朋友 身边的人 更多人 更多的人 所有的 所有 全部 群里 群 业主群 业主群的 家长群 班级群 孩子班级群里说 班级群里说 业主群里说 同事群里说 小区业主群 老同学发来的 同事发来的 朋友发来的 亲戚发来的 同学发来的 老师发来的 的朋友们 的家人们 的亲们 身边的亲人和朋友 身边的亲朋好友 亲朋好友 亲人 朋友圈 微信群 看到 收到 的 到 给 都 你 我 了 吧 啊 呀 一下 一次 多 让 知道 看看 听听
不转不是中国人 不转 是中国人就转 功德无量 宁可信其有 不可信其无 收到请回复 收到请回复1 收到回复 好人一生平安 救人一命 消息绝对可靠 消息可靠 绝对可靠 消息属实 千真万确 内部消息 可靠消息 官方消息 亲测 有效 详情点击 详情 点击 点开 链接 复制 打开 复制打开 查看 查看图片 全文 网页链接 收起 展开 来源 来自 网络 转自 群聊 聊天记录 截图 视频 微博视频 的微博视频
求证 求辟谣 求真相 求助 请问 想问 问一下 问问 想知道 帮忙 帮看看 鉴定 核实 辟谣 谣言 吗 么 呢 是真的吗 是真的吗 是真的假的 是真是假 真的吗 真的假的 真的还是假的 是不是真的 是真的 真假 可信吗 靠谱吗 属实吗 有没有这回事 有这回事吗 这是真的吗 这个是真的吗 对吗 是吗 有人知道 谁知道 听说 据说 网传 有人说 听人说 我妈说 老人说 群里说 有谁 怎么回事 什么情况 http https www com cn
不实 不实信息 假的 谣言 系谣言 是谣言 为谣言 纯属谣言 网络谣言 误区 误读 误导 假冒 旧闻 旧闻翻炒 虚假信息 不属实 假消息 官方回应 官方辟谣 真相来了
`;

/** The phrases by their first character, longest first. */
const known = Map.groupBy(
  [...new Set(phrases.trim().split(/\s+/u))].sort((one, other) => other.length - one.length),
  (phrase) => phrase.charAt(0),
);

/** A friend who works where one should know; it says whose word is passed on. */
const witness = /(?:朋友|亲戚)在.{1,8}?(?:上班|工作)/uy;

/**
 * Whether a clause consists of such phrases, of a link, or of who is said to have said it. Place by place, because a
 * pattern of repeated alternatives takes time without bound on some texts.
 */
function isOnlyPhrases(clause: string): boolean {
  const reached = new Uint8Array(clause.length + 1);
  reached[0] = 1;
  for (let at = 0; at < clause.length; at++) {
    if (!reached[at]) continue;
    const character = clause.charAt(at);
    if (/[a-z0-9 ]/.test(character)) reached[at + 1] = 1;
    for (const phrase of known.get(character) ?? []) {
      if (clause.startsWith(phrase, at)) reached[at + phrase.length] = 1;
    }
    witness.lastIndex = at;
    const told = witness.exec(clause);
    if (told) reached[at + told[0].length] = 1;
  }
  return clause !== "" && reached[clause.length] === 1;
}

/**
 * Whether a normalised text says nothing: there is none, or only what people put around a claim. In letters and figures
 * alone something may be said.
 */
export const isOnlyBoilerplate = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) || (!/[a-z0-9]/.test(text) && text.split("\n").every(isOnlyPhrases));

const group = "(?:孩子|小孩|班级|家长|业主|小区|同事|单位|公司|同学|家族|老乡){0,2}的?";
/** One form of address or of saying where one has it from; several may follow one another. */
const address = new RegExp(
  `转发?(?=[ \\n])|内部消息|可靠消息|(?:各位|大家好|${group}群的?){0,2}(?:家人|朋友|亲|业主|家长|邻居)们|${group}群里都?(?:说|传)|` +
    "(?:老?同学|同事|朋友|亲戚|家人|老师|邻居|闺蜜)(?:刚刚?)?(?:发|转)来的|刚刚?收到的?(?:消息)?|[ \\n]",
  "uy",
);
const opening =
  /(?:紧急(?:通知|提醒|扩散)?|重要通知|求证|求辟谣|请问|想问一下|问一下|听说|据说|网传|网上说|有人说|听人说|群里(?:都)?在?传|刚刚?收到)?/uy;

/** How far the words reach that come before a claim. */
function openingOf(text: string): number {
  let at = 0;
  for (;;) {
    address.lastIndex = at;
    const found = address.exec(text);
    if (!found) break;
    at += found[0].length;
  }
  opening.lastIndex = at;
  return at + (opening.exec(text)?.[0].length ?? 0);
}

const closing =
  /(?:这|这个|这事)?(?:是不是真的|是真的吗|真的吗|是真是假|是真的假的|真的假的|真的还是假的|可信吗|靠谱吗|属实吗|对吗|求证|求辟谣|求真相|速转|请转发|请扩散|转发扩散|扩散|收到请?回复\d*)$/u;

/** Cuts from both ends of a message what belongs to its forwarding; a message of nothing else stays whole. */
export function withoutBoilerplate(message: Reading): Reading {
  const clauses: { start: number; end: number }[] = [];
  let at = 0;
  for (const clause of message.text.split("\n")) {
    clauses.push({ start: at, end: at + clause.length });
    at += clause.length + 1;
  }
  const isOnly = ({ start, end }: { start: number; end: number }) =>
    isOnlyPhrases(message.text.slice(start, end));
  const first = clauses.findIndex((clause) => !isOnly(clause));
  const last = clauses.findLastIndex((clause) => !isOnly(clause));
  let start = clauses[first]?.start ?? 0;
  let end = clauses[last]?.end ?? message.text.length;
  const inside = message.text.slice(start, end);
  const opened = openingOf(inside);
  const closed = closing.exec(inside)?.[0].length ?? 0;
  if (inside.length - opened - closed >= 4) [start, end] = [start + opened, end - closed];
  return {
    text: message.text.slice(start, end),
    from: message.from.slice(start, end),
    to: message.to.slice(start, end),
  };
}

/** A normalised text without the words before and after a claim that say whence one has it and ask whether it is true. */
export function withoutAsking(text: string): string {
  const rest = text.slice(openingOf(text));
  return rest.slice(0, rest.length - (closing.exec(rest)?.[0].length ?? 0));
}
