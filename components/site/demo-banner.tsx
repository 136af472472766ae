import { useTranslations } from "next-intl";

type Props = {
  show: boolean;
  /** The width of the pages below it. */
  width?: "page-width" | "desk-width";
};

/** Says plainly that this is a demonstration, until a deployer turns it off. */
export function DemoBanner({ show, width = "page-width" }: Props) {
  const t = useTranslations("common.demo");
  if (!show) return null;
  return (
    <section aria-label={t("label")} className="bg-ink text-paper text-sm" data-print="hide">
      <p className={`${width} py-2 leading-relaxed`}>{t("text")}</p>
    </section>
  );
}
