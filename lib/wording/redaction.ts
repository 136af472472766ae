import { type RedactionKind, type Rule, redactionKinds, rules, urlRules } from "./personal-details.ts";
import { plain } from "./plain.ts";

export { type RedactionKind, redactionKinds } from "./personal-details.ts";
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

const hanFigures = new Map(
  ["零〇○洞", "一壹幺", "二贰貳", "三叁叄參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap(
    (signs, figure) => [...signs].map((sign) => [sign, String(figure)] as const),
  ),
);
const letterFigures = new Map([
  ["o", "0"],
  ["l", "1"],
  ["i", "1"],
  ["|", "1"],
]);

/** As it looks, with figures for those in han, and for letters beside figures that stand for them. */
function inFigures(source: string): Sight {
  const looks = asItLooks(source);
  const text = [...looks.text]
    .map((sign) => (sign.length === 1 ? (hanFigures.get(sign) ?? sign) : sign))
    .join("")
    .replace(/(?<=\d)[oli|]{1,4}|[oli|]{1,4}(?=\d)/g, (letters) =>
      [...letters].map((letter) => letterFigures.get(letter) ?? letter).join(""),
    );
  return { ...looks, text };
}

/** Kinds that are nothing without a figure. */
const ofFigures: ReadonlySet<RedactionKind> = new Set(["id-number", "bank-card", "phone", "plate", "qq"]);

function redactBy(rules: readonly Rule[], text: string): { text: string; redactions: Redactions } {
  const redactions: Redactions = {};
  if (text === "") return { text, redactions };
  let before: string;
  let redacted = text;
  // A removal can lay bare a number that stood hidden in a longer run, so the rules run until nothing changes.
  do {
    before = redacted;
    const read = new Set<string>();
    for (const readAs of [asItLooks, asItStands, inFigures]) {
      let sight = readAs(redacted);
      // Most texts read the same each time.
      if (read.has(sight.text)) continue;
      read.add(sight.text);
      const hasFigures = /[0-9]/.test(sight.text);
      for (const rule of readAs === inFigures ? rules.filter((one) => one.inFigures) : rules) {
        if (!hasFigures && ofFigures.has(rule.kind)) continue;
        redacted = apply(rule, sight, redactions);
        if (redacted !== sight.source) sight = readAs(redacted);
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
    if (isNumber(kind) && isInIdentifier(sight.text, index, index + found.length)) continue;
    const [start, end] = sight.span(index, index + found.length);
    redactions[kind] = (redactions[kind] ?? 0) + 1;
    redacted += sight.source.slice(at, start) + marks[kind];
    at = end;
  }
  return redacted + sight.source.slice(at);
}

const isNumber = (kind: RedactionKind) => kind === "phone" || kind === "id-number" || kind === "bank-card";

/**
 * Whether this is a piece of a name in letters and figures that hyphens join, such as a UUID: its groups are no number
 * that somebody broke up. A number that is a whole group stays one, and so does the number of a mobile telephone in one
 * piece, whatever stands beside it: the database takes none.
 */
function isInIdentifier(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end);
  const isGroup = !/[-_]/.test(found) && !/[a-z0-9]/i.test(text.charAt(start - 1) + text.charAt(end));
  if (isGroup || mobile.test(found)) return false;
  return text
    .matchAll(/(?<![a-z0-9])[a-z0-9]+(?:[-_][a-z0-9]+){2,}/gi)
    .some(
      ({ 0: name, index }) =>
        index <= start && index + name.length >= end && (/[a-z]\d|\d[a-z]/i.test(name) || isUuid(name)),
    );
}

const mobile = /^(?:[+]?86)?1[3-9][0-9]{9}$/;

/** One of a letter at least; its first group may be of letters alone, and all others of figures. */
const isUuid = (name: string): boolean =>
  /[a-f]/i.test(name) && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(name);

/** The counts of several texts together. */
export function sumRedactions(all: readonly Redactions[]): Redactions {
  const sum: Redactions = {};
  for (const kind of redactionKinds) {
    const count = all.reduce((total, one) => total + (one[kind] ?? 0), 0);
    if (count > 0) sum[kind] = count;
  }
  return sum;
}

declare global {
  namespace PrismaJson {
    type Redactions = import("./redaction.ts").Redactions;
  }
}
