import { absolute } from "#lib/i18n/absolute";
import { embedHref } from "#lib/i18n/addresses";
import type { Locale } from "#lib/i18n/locale";
import { escapeHtml } from "#lib/platform/html";

/** Room for a title of two lines, the verdict and a summary, in pixels; a longer one is scrolled. */
export const embedSize = { width: 600, height: 320 } as const;

type Embedded = { slug: string; title: string; titleEn: string | null };

/** The title of a notice in a language. */
export const titleIn = ({ title, titleEn }: Omit<Embedded, "slug">, locale: Locale): string =>
  locale === "en" && titleEn ? titleEn : title;

/** What shows a notice in a page of another site: a frame, which may open the notice beside it and nothing else. */
export function embedCode(
  notice: Embedded,
  locale: Locale,
  { width, height }: { width: number; height: number } = embedSize,
): string {
  const frame = {
    src: absolute(embedHref(notice.slug), locale),
    title: titleIn(notice, locale),
    width: String(width),
    height: String(height),
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    referrerpolicy: "strict-origin-when-cross-origin",
    loading: "lazy",
    style: "border:0;max-width:100%",
  };
  const attributes = Object.entries(frame).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<iframe ${attributes.join(" ")}></iframe>`;
}
