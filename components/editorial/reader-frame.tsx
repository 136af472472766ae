import { useLocale, useTranslations } from "next-intl";
import { SegmentedNav } from "#components/ui/segmented-nav";
import { draftHref, readerViewHref } from "#lib/i18n/addresses";
import { localePath } from "#lib/i18n/paths";

/** How a text is looked at: its words beside their evidence, or as its readers see it on different screens. */
const readings = ["words", "phone", "desktop", "elder"] as const;
export type Reading = (typeof readings)[number];

/** The reading that an address names; the words where it names none. */
export const readingOf = (as: string | undefined): Reading => readings.find((each) => each === as) ?? "words";

/** Widths in CSS pixels, and how much smaller a wide screen is shown. */
const screens = {
  phone: "h-200 w-97.5 max-w-full",
  desktop: "h-300 w-320 max-w-none [zoom:0.62]",
  elder: "h-200 w-97.5 max-w-full",
} as const;

/** The readings of a text, side by side; each has an address and a key. */
export function Readings({ draftId, reading }: { draftId: string; reading: Reading }) {
  const t = useTranslations("editorial.reading");
  return (
    <SegmentedNav
      label={t("label")}
      options={readings.map((value, at) => ({ value, label: t(value), shortcut: String(at + 1) }))}
      chosen={reading}
      hrefOf={(value) => draftHref(draftId, { as: value === "words" ? undefined : value })}
    />
  );
}

/** A text on a screen of its readers: a page of its own in a frame, so that it is as wide as it will be. */
export function ReaderFrame({ draftId, reading }: { draftId: string; reading: Exclude<Reading, "words"> }) {
  const t = useTranslations("editorial.reading");
  const src = localePath(readerViewHref(draftId, reading === "elder"), useLocale());
  return (
    <div className="space-y-2">
      <p className="text-ink-soft text-sm">{t("hint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved by keys as well. */}
      <section aria-label={t(reading)} tabIndex={0} className="overflow-x-auto">
        <iframe
          key={reading}
          src={src}
          title={t(reading)}
          className={`rounded border border-line-strong bg-paper ${screens[reading]}`}
        />
      </section>
    </div>
  );
}
