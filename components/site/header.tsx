import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import { ElderToggle } from "./elder-toggle.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { NavLinks } from "./nav-links.tsx";
import { sections } from "./sections.ts";

/** The top of every public page. */
export function Header({ siteName }: { siteName: string }) {
  const t = useTranslations("common");
  const items = sections.map(({ href, name }) => ({ href, label: t(`nav.${name}`) }));
  return (
    <header data-print="hide">
      <a
        href="#main"
        className="sr-only bg-surface px-4 py-3 focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:px-4 focus:py-3"
      >
        {t("skipToContent")}
      </a>
      <div className="page-width">
        <div className="flex flex-wrap items-center justify-between gap-x-6 pt-3 lg:pt-5">
          <Link
            href="/"
            className="flex flex-wrap items-baseline gap-x-4 text-ink no-underline hover:text-azurite"
          >
            <span className="font-semibold font-serif text-3xl leading-tight tracking-wide">{siteName}</span>
            <span className="hidden text-ink-soft text-sm sm:inline elder:hidden">{t("tagline")}</span>
          </Link>
          <div className="flex flex-wrap items-center gap-x-5">
            <ElderToggle label={t("elder.label")} hint={t("elder.hint")} />
            <LanguageSwitch label={t("language.switch")} />
          </div>
        </div>
        <div className="mt-1 border-ink border-t border-b-0 lg:border-b">
          <NavLinks label={t("nav.label")} menu={t("nav.menu")} items={items} />
        </div>
      </div>
    </header>
  );
}
