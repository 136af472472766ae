const digits = new Map([..."零一二三四五六七八九"].map((character, value) => [character, value]));
digits.set("〇", 0).set("两", 2);
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** A number in han, in figures with han powers (3万5千), or a percentage in words. */
export const NUMERAL =
  /(?<![\d几数零〇一二三四五六七八九十百千万亿两])(百分之)?(\d+(?:\.\d+)?[百千万亿][\d百千万亿]*|[零〇一二三四五六七八九十百千万亿两]+)(?=(.?))/gu;

const counted = /[年月日号点时分秒岁元块角名位人例周倍度米斤克吨家级%]/u;

/** The figures for a numeral as NUMERAL finds it, or null where the characters are not meant as a number. */
export function figuresOf(numeral: string, percent: boolean, next: string): string | null {
  const sign = percent ? "%" : "";
  if (/^[百千万亿]/u.test(numeral) && !percent) return null; // 千万不要, 万一
  if (numeral === "十" && next === "分") return null;
  if (numeral.length === 1 && !percent && !counted.test(next)) return null;
  const value = /^[零〇一二三四五六七八九两]+$/u.test(numeral) ? spelled(numeral, next) : valued(numeral);
  return value === null ? null : value + sign;
}

/** Digits said one by one: 二〇二〇. Two of them are a guess (三四个) unless a year follows. */
function spelled(numeral: string, next: string): string | null {
  if (numeral.length === 2 && next !== "年" && !/[零〇]/u.test(numeral)) return null;
  return [...numeral].map((character) => digits.get(character)).join("");
}

/** Place values: 三千五百, 十二, 3万5千; null where the powers do not fall. */
function valued(numeral: string): string | null {
  let [sum, section] = [0, 0];
  let pending: number | null = null;
  for (const [part] of numeral.matchAll(/\d+(?:\.\d+)?|./gu)) {
    const power = powers[part];
    if (power === undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = digits.get(part) ?? Number(part);
    } else if (power >= 1e4) {
      sum += (section + (pending ?? 0) || 1) * power;
      [section, pending] = [0, null];
    } else {
      section += (pending || 1) * power;
      pending = null;
    }
  }
  const value = sum + section + (pending ?? 0);
  return Number.isSafeInteger(Math.round(value)) ? String(Number(value.toFixed(2))) : null;
}
