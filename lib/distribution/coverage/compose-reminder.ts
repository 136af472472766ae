import { absolute } from "#lib/i18n/absolute";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locale";
import type { Verdict } from "#lib/investigation/vocabulary";
import { dayOf } from "#lib/platform/clock";
import { type Composed, layOutLetter, type Paragraph } from "#lib/telling/lay-out-letter";
import enEditorial from "../../i18n/messages/en/editorial.json" with { type: "json" };
import enLabels from "../../i18n/messages/en/labels.json" with { type: "json" };
import zhEditorial from "../../i18n/messages/zh-CN/editorial.json" with { type: "json" };
import zhLabels from "../../i18n/messages/zh-CN/labels.json" with { type: "json" };

const words: Record<Locale, { letter: typeof zhEditorial.reminder; verdicts: typeof zhLabels.verdict }> = {
  "zh-CN": { letter: zhEditorial.reminder, verdicts: zhLabels.verdict },
  en: { letter: enEditorial.reminder, verdicts: enLabels.verdict },
};

type Named = { title: string; titleEn: string | null };

/** What a member is silent about, the newest first, and on which of its pages something old still stands. */
export type Waiting = {
  member: { zh: string; en: string };
  silent: readonly (Named & { verdict: Verdict; version: number; publishedAt: Date })[];
  outdated: readonly (Named & { url: string; shown: number; version: number; isRetraction: boolean })[];
};

/** More of a kind are counted and not listed. */
const MOST_LISTED = 20;

/** The one letter of a day that tells a member all it is silent about, and what it should replace. */
export function composeReminder({ member, silent, outdated }: Waiting, locale: Locale): Composed {
  const { letter, verdicts } = words[locale];
  const titleOf = ({ title, titleEn }: Named) => (locale === "en" && titleEn ? titleEn : title);
  const listed = <Item>(lead: string, items: readonly Item[], line: (item: Item) => string): Paragraph[] => {
    if (items.length === 0) return [];
    const more = items.length - MOST_LISTED;
    const lines = [lead, ...items.slice(0, MOST_LISTED).map(line)];
    return [
      { text: [...lines, ...(more > 0 ? [fill(letter.more, { count: String(more) })] : [])].join("\n") },
    ];
  };
  const page = ({ url, shown, version, ...named }: Waiting["outdated"][number]) =>
    fill(letter.page, { title: titleOf(named), url, shown: String(shown), version: String(version) });
  const paragraphs: Paragraph[] = [
    ...listed(
      letter.retract,
      outdated.filter(({ isRetraction }) => isRetraction),
      page,
    ),
    ...listed(
      letter.replace,
      outdated.filter(({ isRetraction }) => !isRetraction),
      page,
    ),
    ...listed(letter.silent, silent, ({ verdict, version, publishedAt, ...named }) =>
      fill(letter.item, {
        verdict: verdicts[verdict],
        title: titleOf(named),
        version: String(version),
        day: dayOf(publishedAt),
      }),
    ),
    { link: absolute("/desk/deliveries", locale), label: letter.openDeliveries },
  ];
  const why = fill(letter.why, { member: locale === "en" ? member.en : member.zh, site: "{site}" });
  const subject = fill(letter.subject, { count: String(silent.length + outdated.length) });
  return layOutLetter({ subject, paragraphs, why }, locale);
}
