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

/**
 * How a detail is written, in the text of a reading (redaction.ts): in lower case, full-width signs as the usual ones.
 * `accept` looks at what was found; `inFigures`: also where the figures are written in han or as letters.
 */
export type Rule = {
  kind: RedactionKind;
  pattern: RegExp;
  accept?: (found: string) => boolean;
  inFigures?: boolean;
};

/** People break numbers up to get them past filters; in longer numbers other signs than these would join dates. */
const GAP = String.raw`[\s\-‐-―.·•_\u00ad\u200b-\u200d\ufeff]{0,2}`;
/** In a telephone number it may be any sign. */
const SIGNS = String.raw`(?:[^\p{L}\p{N}〔〕]|丨){0,4}`;
const figures = (count: string, gap = GAP) => `(?:[0-9]${gap})${count}`;
const NOT_BEFORE = "(?<![0-9])";
const NOT_AFTER = "(?![0-9])";
/** No piece of a name in letters and figures, such as a0b1-1357-7913-248c. */
const WHOLE = "(?<![a-z0-9]|[a-z0-9][-_])";
const NO_HAN = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}])`;
/** Of how many of something there are, and no number of anybody. */
const NO_COUNT = String.raw`(?!\s?[\d个人元块万亿部台张本份例只次年用])`;
const CHINA = `(?:(?:[+]|00)?86${SIGNS})`;
/** Between the word for a number and the number. */
const NUMBER = "(?:号码|号|编号|卡号|id)";
const IS = String.raw`\s{0,3}[:是为叫]?\s{0,3}`;

/** Longer numbers first, so that a card is not taken for a telephone with something around it. */
export const rules: readonly Rule[] = [
  {
    kind: "email",
    // Han stands around an address, not in it.
    pattern: new RegExp(
      `(?<!${NO_HAN}|[._%+-])(?:${NO_HAN}|[._%+-]){1,64}@(?:${NO_HAN}|-){1,63}(?:[.。](?:${NO_HAN}|-){1,63}){1,8}`,
      "giu",
    ),
  },
  {
    // With words, or another sign, for @ and the dot.
    kind: "email",
    pattern:
      /(?<![a-z0-9._%+-])[a-z0-9._%+-]{2,64}\s?(?:(?:@|#|[([{]at[)\]}]|\sat\s|艾特|爱特|圈a|小老鼠)\s?(?:qq|vip\.qq|foxmail|163|126|139|189|yeah|sina|sohu|gmail|outlook|hotmail|live|icloud|yahoo|aliyun)|(?:[([{]at[)\]}]|艾特|爱特|圈a)\s?[a-z0-9-]{1,63})\s?(?:[.。点]|[([{]dot[)\]}]|\sdot\s)\s?[a-z]{2,6}(?![a-z0-9])/giu,
  },
  {
    kind: "id-number",
    inFigures: true,
    pattern: new RegExp(`${NOT_BEFORE}${figures("{17}")}[0-9xX]${NOT_AFTER}`, "g"),
    accept: (found) => /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])/.test(figuresOf(found)),
  },
  {
    // The former one: no century and no check digit.
    kind: "id-number",
    pattern: new RegExp(`${NOT_BEFORE}${figures("{14}")}[0-9]${NOT_AFTER}`, "g"),
    accept: (found) =>
      /^[1-68]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/.test(figuresOf(found)),
  },
  {
    kind: "id-number",
    pattern:
      /(?:身份证|证件)(?:号码|号)?的?(?:最后|后|末|尾)(?:数|号|[一二三四五六七八九十\d]{1,2}[位码]?)?(?:数|号码)?\s?[:是为]?\s?\d{3,8}x?/giu,
  },
  {
    kind: "id-number",
    inFigures: true,
    pattern: new RegExp(
      `(?:(?:身份证|护照|通行证|回乡证|台胞证|军官证|士兵证|居住证|社保卡|医保卡|驾驶证|驾照|学号|工号)${NUMBER}?|(?:证件|社保|医保|准考证|考生|考号|学籍|病历|住院|就诊卡?|档案)${NUMBER})${IS}[a-z]{0,2}(?:[0-9][\\s-]{0,2}){5,18}[0-9]${NO_COUNT}[a-z]?`,
      "giu",
    ),
  },
  {
    kind: "bank-card",
    inFigures: true,
    pattern: new RegExp(`${NOT_BEFORE}${figures("{15,18}")}[0-9]${NOT_AFTER}`, "g"),
    accept: (found) => isLuhn(figuresOf(found)) || /^62/.test(figuresOf(found)),
  },
  {
    kind: "bank-card",
    inFigures: true,
    pattern: new RegExp(
      `(?:银行卡|卡号|账户|账号)${NUMBER}?${IS}${figures("{11,18}")}[0-9]${NOT_AFTER}`,
      "giu",
    ),
  },
  { kind: "phone", inFigures: true, pattern: /(?<![0-9])(?:[+]?86)?1[3-9][0-9]{9}(?![0-9])/g },
  {
    // In pieces.
    kind: "phone",
    inFigures: true,
    pattern: new RegExp(
      `${WHOLE}${CHINA}?[(]?1${SIGNS}[3-9]${SIGNS}${figures("{8}", SIGNS)}[0-9](?![-_]?[a-z0-9])`,
      "giu",
    ),
    accept: isDialled,
  },
  {
    kind: "phone",
    inFigures: true,
    pattern: new RegExp(
      `${WHOLE}(?:${CHINA}[(]?0?[1-9]|[(]?0[1-9])[0-9]{1,2}[)]?[- ]{0,2}[2-9](?:[- ]?[0-9]){6,7}(?:[- ]?(?:转|分机|ext)[ .:]?[0-9]{1,6}|-[0-9]{1,4})?(?![-_]?[a-z0-9])`,
      "giu",
    ),
  },
  {
    // Without the code of the area: only where it is called a telephone number.
    kind: "phone",
    inFigures: true,
    pattern: new RegExp(
      `(?:电话|座机|手机|联系方式|tel|phone|传真)${NUMBER}?${IS}[2-9][0-9]{2,3}[- ]?[0-9]{4}(?![- ]?[0-9])${NO_COUNT}`,
      "giu",
    ),
  },
  {
    kind: "plate",
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s·•.-]?[a-hj-np-z][\s·•.-]{0,2}(?:[a-hj-np-z0-9]{5,6}|[a-hj-np-z0-9]{4}[学警港澳领试超挂])(?![a-z0-9]|\s?(?:型|级|号线|高速|次|款))挂?/giu,
    accept: (found) => /\d/.test(found),
  },
  {
    kind: "plate",
    pattern: /(?<![大天公使行])使\s?\d{5,6}(?!\d|\s?[元人个块万亿])|(?<!\d)\d{4}使(?=[\s的号车，。,.!]|$)/gu,
  },
  {
    kind: "wechat",
    pattern:
      /(?:(?:[微薇威徽魏][^\p{L}\p{N}\s]{0,2}\s?[信芯心]|wei\s?信|weixin|wechat|v\s?[信芯心]|绿泡泡|卫星(?=\s?[:号]))|[加十+]\s?我?\s?(?:v\s?x?|w\s?x|微|薇|威)|(?<![a-z0-9])(?:[vw]\s?x|v(?=\s?:)))\s{0,4}(?:同号|账号|帐号|号码|号|id)?\s{0,4}[:是为]?\s{0,4}(?![vw]x[^a-z0-9_-])[a-z0-9][-_a-z0-9]{4,19}(?!\s?[元人块万亿个用年月])|(?<![a-z0-9])wxid_\w{6,30}/giu,
    // `微信android版` names no one: an account of letters alone is introduced as one.
    accept: (found) => /[\d_-]|[号:是为+加]|id/iu.test(found),
  },
  {
    kind: "wechat",
    pattern:
      /(?:[微薇威]信|抖音|快手|微博|小红书|网络?)(?:名|昵称)(?:叫|是|为|:)?\s?(?:(?![的说在发和与又还就])[\p{L}\p{N}_]){2,12}/gu,
  },
  {
    kind: "qq",
    inFigures: true,
    pattern: new RegExp(
      `(?:qq|扣扣|抠抠|叩叩|球球|企鹅|加\\s?q|(?<![a-z0-9])q(?=\\s?[:号群]))\\s{0,4}(?:群号?)?${NUMBER}?${IS}[1-9](?:[\\s-]{0,2}[0-9]){4,10}(?![0-9])${NO_COUNT}`,
      "giu",
    ),
  },
  {
    kind: "handle",
    pattern: /(?:支付宝|alipay|paypal)(?:账号|帐号|账户|号码|号|id)?[\s:是为]{0,4}[a-z0-9_][\w.-]{3,29}/giu,
  },
  {
    kind: "handle",
    pattern:
      /(?:抖音|快手|小红书|小红薯|微博|b站|哔哩哔哩|头条|视频号|知乎|贴吧|陌陌|钉钉|telegram|whatsapp|instagram|facebook|twitter|推特)\s{0,2}(?:账号|帐号|号码|号|id|uid)[\s:是为]{0,4}[a-z0-9_][\w.-]{3,29}/giu,
  },
  {
    kind: "handle",
    pattern:
      /(?<![a-z0-9])(?:uid|(?:dy|ks|xhs|tg|ins)\s?(?:号码|号|id))[\s:是为]{0,4}[a-z0-9_][\w.-]{3,29}/giu,
  },
  {
    // Up to where somebody is told to have said or done something.
    kind: "handle",
    pattern:
      /@[\p{L}\p{N}_\-·]{1,2}(?:(?!说[今昨明有是我这那,:，：]|发的|发了|在微博|在抖音|在群|的视频|的作品|的微博|的抖音|爆料|表示|告诉|提醒|曝光|转发|你看|快看|看这|这是|今天|昨天|明天|今晚|昨晚)[\p{L}\p{N}_\-·]){0,28}/gu,
    accept: isPerson,
  },
];

/** In a link a long number is mostly the number of a post: only what stands alone as a telephone number goes. */
export const urlRules: readonly Rule[] = [
  ...rules.filter(({ kind }) => kind === "email" || kind === "handle"),
  { kind: "phone", pattern: /(?<=[/=?&#])(?:[+]?86|%2b86)?1[3-9]\d{9}(?=$|[/&?#])/gi },
  {
    kind: "id-number",
    pattern: /(?<=[/=?&#])[1-68]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dx](?=$|[/&?#])/gi,
  },
  { kind: "wechat", pattern: /(?<=[/=?&#])wxid_\w{6,30}|(?<=[?&#](?:wechat|weixin|vx|wx)=)[-\w]{5,30}/gi },
  { kind: "qq", pattern: /(?<=[?&#](?:qq|uin)=)\d{5,11}(?!\d)/gi },
];

function figuresOf(found: string): string {
  return found.replace(/[^0-9x]/gi, "");
}

/** The groups in which people write and say a mobile number, whatever stands between them. */
const usualGroups = /^(?:11|13|3-8|3-4-4|7-4)$/;

/** Eleven figures as a telephone number: in its usual groups, or parted by one sign; no thousands and no list of numbers. */
function isDialled(found: string): boolean {
  const groups = found.match(/\d+/g) ?? [];
  if (groups.length > 1 && /^(?:00)?86$/.test(groups[0] ?? "")) groups.shift();
  if (usualGroups.test(groups.map(({ length }) => length).join("-"))) return true;
  if (/^\d{1,3}(?:[,，]\d{3})+$/.test(found)) return false;
  const [sign, ...others] = new Set(
    found
      .slice(found.indexOf(groups[0] ?? ""))
      .match(/\D+/g)
      ?.map((between) => between.trim()),
  );
  if (others.length > 0) return false;
  return groups.length <= 4 || groups.every(({ length }) => length === 1) || !/[,，、:/.]/.test(sign ?? "");
}

/** An address to everybody in a group names nobody, and the press and the authorities are no private persons. */
function isPerson(handle: string): boolean {
  return !/^@(?:所有人|全体成员|全体|大家|all|everyone)/iu.test(handle) && !institution.test(handle);
}

const institution =
  /^@[\p{L}\p{N}_]{0,20}(?:日报|晚报|早报|时报|都市报|青年报|商报|晨报|新闻|新华社|央视|卫视|电视台|电台|广播|融媒|观察|发布|政务|公安|交警|网警|消防|气象|地震|疾控|卫健委?|应急|检察院?|法院|法治|辟谣|求证|政府|办公室|管理局|税务|教育局|教育厅|林业|水利|铁路|地铁|机场)/u;

/** The check digit of bank cards (ISO/IEC 7812-1, Luhn). */
function isLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character);
    const doubled = digit * 2;
    return total + (index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
