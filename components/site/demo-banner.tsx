import { useTranslations } from "next-intl";

/** Says plainly that this is a demonstration, until a deployer turns it off. */
export function DemoBanner({ show }: { show: boolean }) {
  const t = useTranslations("common.demo");
  if (!show) return null;
  return (
    <section aria-label={t("label")} className="bg-ink text-paper text-sm" data-print="hide">
      <p className="page-width py-2 leading-relaxed">{t("text")}</p>
    </section>
  );
}
