import { plain } from "./plain.ts";

/** Kinds of personal details that are removed before a report is stored (product.md, rule 1). */
export const redactionKinds = [
  "email",
  "id-number",
  "bank-card",
  "phone",
  "plate",
  "wechat",
  "qq",
  "handle",
] as const;
export type RedactionKind = (typeof redactionKinds)[number];
export type Redactions = Partial<Record<RedactionKind, number>>;

/** What stands in the text instead. */
const marks: Record<RedactionKind, string> = {
  email: "〔邮箱已隐去〕",
  "id-number": "〔证件号已隐去〕",
  "bank-card": "〔卡号已隐去〕",
  phone: "〔电话已隐去〕",
  plate: "〔车牌已隐去〕",
  wechat: "〔微信号已隐去〕",
  qq: "〔QQ号已隐去〕",
  handle: "〔账号已隐去〕",
};

const D = "[0-9]";
/** People break numbers up to get them past filters: blanks, dashes, dots, brackets, invisible characters. */
const GAP = "[\\s\\-—–.·•_\\u00ad\\u200b-\\u200d\\ufeff]{0,2}";
/** In a telephone number there may be more of them; in longer numbers that would join dates. */
const WIDE = "[\\s\\-—–.·•_/()\\u00ad\\u200b-\\u200d\\ufeff]{0,4}";
const digits = (count: string, gap = GAP) => `(?:${D}${gap})${count}`;
const NOT_BEFORE = `(?<!${D})`;
const NOT_AFTER = `(?!${D})`;

type Rule = { kind: RedactionKind; pattern: RegExp; accept?: (found: string) => boolean };

/** Longer numbers first, so that a card is not taken for a telephone with something around it. */
const rules: readonly Rule[] = [
  {
    kind: "email",
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:[.。][\p{L}\p{N}-]{1,63}){1,8}/gu,
  },
  {
    kind: "id-number",
    pattern: new RegExp(`${NOT_BEFORE}${digits("{17}")}[0-9xX]${NOT_AFTER}`, "g"),
    accept: (found) => /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])/.test(figuresOf(found)),
  },
  {
    kind: "bank-card",
    pattern: new RegExp(`${NOT_BEFORE}${digits("{15,18}")}${D}${NOT_AFTER}`, "g"),
    accept: (found) => isLuhn(figuresOf(found)) || /^62/.test(figuresOf(found)),
  },
  {
    kind: "phone",
    pattern: new RegExp(
      `${NOT_BEFORE}(?:[+]?86${WIDE})?1${WIDE}[3-9]${WIDE}${digits("{8}", WIDE)}${D}${NOT_AFTER}`,
      "g",
    ),
  },
  {
    kind: "phone",
    pattern: new RegExp(`${NOT_BEFORE}[(]?0${D}{2,3}[)]?[- ]{0,2}[2-9](?:[- ]?${D}){6,7}${NOT_AFTER}`, "g"),
  },
  {
    kind: "plate",
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][\s·•.-]?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[学警港澳])(?![A-Z0-9])/giu,
    accept: (found) => /\d/.test(found),
  },
  {
    kind: "wechat",
    pattern:
      /(?:微\s?信(?:号|同号|\s?id)?|wechat|v\s?信|薇信|威信|加\s?[vV微薇]|\b(?:vx|wx)\b)\s{0,4}(?:号|是)?\s{0,4}[:是为]?\s{0,4}[a-z][-_a-z0-9]{5,19}|\bwxid_\w{6,30}/giu,
  },
  { kind: "qq", pattern: /(?:QQ|扣扣|企鹅号)\s{0,4}(?:号|群)?\s{0,4}[:是为]?\s{0,4}[1-9]\d{4,10}/giu },
  {
    kind: "handle",
    pattern: /@[\p{L}\p{N}_\-·]{1,30}/gu,
    // An address to everybody in a group names nobody.
    accept: (found) => !/^@(?:所有人|全体成员|全体|大家|all|everyone)/iu.test(found),
  },
];

/** In a link a long number is mostly the number of a post: only what stands alone as a telephone number goes. */
const urlRules: readonly Rule[] = [
  ...rules.filter(({ kind }) => kind === "email" || kind === "handle"),
  { kind: "phone", pattern: /(?<=[/=?&#])1[3-9]\d{9}(?=$|[/&?#])/g },
];

/** Removes personal details from a web address, which stays usable where it names nobody. */
export const redactUrl = (url: string) => redactBy(urlRules, url);

/** Removes personal details from a text, and counts what it removed by kind. */
export const redact = (text: string) => redactBy(rules, text);

/** A text as the rules read it, and which part of the original a part of it is. */
type Sight = { text: string; source: string; span: (start: number, end: number) => [number, number] };

/** As it stands, full-width letters, figures and signs as the usual ones: so the database's own guard reads it. */
const asItStands = (source: string): Sight => ({
  source,
  text: source.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
  span: (start, end) => [start, end],
});

/** As people see it: without what is invisible, circled figures and look-alike letters as the usual ones. */
function asItLooks(source: string): Sight {
  const { text, from, to } = plain(source);
  return { source, text, span: (start, end) => [from[start] ?? 0, to[end - 1] ?? 0] };
}

function redactBy(rules: readonly Rule[], text: string): { text: string; redactions: Redactions } {
  const redactions: Redactions = {};
  let before: string;
  let redacted = text;
  // A removal can lay bare a number that stood hidden in a longer run, so the rules run until nothing changes.
  do {
    before = redacted;
    for (const read of [asItLooks, asItStands]) {
      let sight = read(redacted);
      for (const rule of rules) {
        redacted = apply(rule, sight, redactions);
        if (redacted !== sight.source) sight = read(redacted);
      }
    }
  } while (redacted !== before);
  return { text: redacted, redactions };
}

function apply({ kind, pattern, accept }: Rule, sight: Sight, redactions: Redactions): string {
  let redacted = "";
  let at = 0;
  for (const { 0: found, index } of sight.text.matchAll(pattern)) {
    if (accept && !accept(found)) continue;
    const [start, end] = sight.span(index, index + found.length);
    redactions[kind] = (redactions[kind] ?? 0) + 1;
    redacted += sight.source.slice(at, start) + marks[kind];
    at = end;
  }
  return redacted + sight.source.slice(at);
}

/** The counts of several texts together. */
export function sumRedactions(all: readonly Redactions[]): Redactions {
  const sum: Redactions = {};
  for (const kind of redactionKinds) {
    const count = all.reduce((total, one) => total + (one[kind] ?? 0), 0);
    if (count > 0) sum[kind] = count;
  }
  return sum;
}

const figuresOf = (found: string): string => found.replace(/[^0-9x]/gi, "");

/** The check digit of bank cards (ISO/IEC 7812-1, Luhn). */
function isLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character);
    const doubled = digit * 2;
    return total + (index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

declare global {
  namespace PrismaJson {
    type Redactions = import("./redaction.ts").Redactions;
  }
}
