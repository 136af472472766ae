import { plain } from "#lib/wording/plain";
import { redact } from "#lib/wording/redaction";
import { rateOf } from "./rate.ts";
import type { Cases, DetailCase } from "./read-cases.ts";

/** People and where they live are warned of before publishing, not removed. */
const isPromised = ({ kind, must }: DetailCase): boolean => must && !/^(?:name|address)/.test(kind);

/** A few of the signs that nobody sees, from all over Unicode. */
const invisible = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit))
  .filter((sign) => /\p{Default_Ignorable_Code_Point}/u.test(sign))
  .filter((_, at) => at % 4 === 0);

const seen = (text: string): string => plain(text).text.replace(/\s/g, "");

/** What is removed before a text is stored, and what is removed by mistake. */
export function measureDetails({ details: { pos = [], neg = [] } }: Cases) {
  const found = pos.filter(isPromised).map(({ kind, text, secret }) => {
    const stored = redact(text).text;
    return { kind, text, secret, isHit: !seen(stored).includes(seen(secret)), said: `${text} → ${stored}` };
  });
  return {
    "details found": rateOf(found),
    "found with something invisible in it": rateOf(
      found
        .filter(({ isHit }) => isHit)
        .map(({ kind, text, secret }, at) => {
          const stored = redact(text.replace(secret, [...secret].join(invisible[at % invisible.length])));
          return { kind, isHit: !seen(stored.text).includes(seen(secret)), said: `${text} → ${stored.text}` };
        }),
    ),
    "removed by mistake": rateOf(
      neg.map(({ kind, text }) => {
        const stored = redact(text).text;
        return { kind, isHit: stored !== text, said: `${text} → ${stored}` };
      }),
    ),
  };
}
