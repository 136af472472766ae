import { type Line, linesOf, type Stretch } from "./lines.ts";

const label =
  /^[\s|*]{0,6}(发件人|寄件人|收件人|抄送|密送|发送时间|发送日期|日期|时间|附件|主题|from|to|cc|bcc|sent|date|subject|reply-to)[\s|*]{0,6}[:：|]\s*/iu;
const sender = /^(?:发件人|寄件人|from)$/iu;
/** What a mail is about may be the claim. */
const about = /^(?:主题|subject)$/iu;
const again = /^(?:(?:回复|答复|转发|re|fwd?)\s*[:：]\s*)+/iu;
/** Who wrote on which day, before what they wrote. */
const wrote = /^(?=.*[\d@〔]).{2,120}(?:写道|wrote)\s*[:：]\s*$/iu;
const ruled = /^[-_=—─*]{3,80}[^-_=—─*]{0,40}[-_=—─*]{3,80}$/u;
const marks = /^\s*(?:[>＞]\s?)+/u;
const device = /^\s*(?:发自我的|来自我的|sent from my)\s?.{1,24}$/iu;
/** A quoted message of a chat: 「who: what」, then a line of dashes. */
const quoted = /^\s*「[^：:\n」]{1,24}[：:]/u;
const dashes = /^\s*(?:[-—–]\s?){5,}\s*$/u;

/** What a mail program writes around a quoted or forwarded mail, and a chat around a quoted message. */
export function mailFrame(text: string): Stretch[] {
  const marked = linesOf(text);
  const frame: Stretch[] = [];
  const lines = marked.map((line): Line => {
    const mark = marks.exec(line.text)?.[0].length ?? 0;
    if (mark > 0) frame.push({ start: line.start, end: line.start + mark });
    return { text: line.text.slice(mark), start: line.start + mark, end: line.end };
  });
  const labels = lines.map((line) => label.exec(line.text));
  for (const [at, line] of lines.entries()) {
    const found = labels[at];
    if (found && isInHead(labels, at)) frame.push(ofHead(line, found));
    const isRuled = ruled.test(line.text.trim()) && isInHead(labels, at + 1);
    if (isRuled || wrote.test(line.text)) frame.push(line);
  }
  const last = lines.at(-1);
  if (last && lines.length > 1 && device.test(last.text)) frame.push(last);
  const [first] = lines;
  const isQuoted = first && quoted.exec(first.text);
  const rule = lines.find((line) => dashes.test(line.text));
  if (isQuoted && rule) frame.push({ start: first.start, end: first.start + isQuoted[0].length }, rule);
  return frame;
}

/** Whether a line is one of several labelled ones of which one names the sender. */
function isInHead(labels: readonly (RegExpExecArray | null)[], at: number): boolean {
  if (!labels[at]) return false;
  let [from, to] = [at, at];
  while (labels[from - 1]) from--;
  while (labels[to + 1]) to++;
  return to > from && labels.slice(from, to + 1).some((found) => sender.test(found?.[1] ?? ""));
}

function ofHead({ text, start, end }: Line, { 0: label, 1: name = "" }: RegExpExecArray): Stretch {
  if (!about.test(name)) return { start, end };
  const reply = again.exec(text.slice(label.length))?.[0].length ?? 0;
  return { start, end: start + label.length + reply };
}
