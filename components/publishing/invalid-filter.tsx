import { useTranslations } from "next-intl";
import { Problem } from "#components/site/problem";
import { ButtonLink } from "#components/ui/button";

/** The address asks for a list that cannot be. */
export function InvalidFilter() {
  const t = useTranslations("public.debunks");
  return (
    <Problem title={t("invalidTitle")} detail={t("invalidText")}>
      <ButtonLink href="/debunks">{t("all")}</ButtonLink>
    </Problem>
  );
}
