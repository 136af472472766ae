import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import { feedHrefs } from "#lib/i18n/addresses";
import { sections } from "./sections.ts";

const feeds = [
  { href: feedHrefs.rss, name: "rss" },
  { href: feedHrefs.atom, name: "atom" },
  { href: feedHrefs.json, name: "jsonFeed" },
] as const;

/** The bottom of every public page: what this is, where else to look, what happens with what people send. */
export function Footer({ siteName, demo }: { siteName: string; demo: boolean }) {
  const t = useTranslations("common");
  return (
    <footer className="mt-16 border-line border-t bg-sunken text-sm" data-print="hide">
      <div className="page-width grid gap-x-10 gap-y-8 py-10 md:grid-cols-[2fr_1fr_1fr] elder:md:grid-cols-1">
        <div className="max-w-measure space-y-3">
          <p className="font-semibold font-serif text-lg">{siteName}</p>
          <p>{t("footer.privacy")}</p>
          {demo ? <p className="text-ink-soft">{t("footer.demo")}</p> : null}
          <p className="text-ink-soft">{t("footer.sourceOfTime")}</p>
        </div>
        <nav aria-label={t("footer.sections")}>
          <h2 className="font-semibold text-sm">{t("footer.sections")}</h2>
          <ul className="mt-2">
            {sections.slice(1).map(({ href, name }) => (
              <li key={href}>
                <Link href={href} className="inline-block py-1 text-ink hover:text-azurite">
                  {t(`nav.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={t("footer.follow")}>
          <h2 className="font-semibold text-sm">{t("footer.follow")}</h2>
          <ul className="mt-2">
            {feeds.map(({ href, name }) => (
              <li key={href}>
                <a href={href} className="inline-block py-1 text-ink hover:text-azurite">
                  {t(`footer.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
