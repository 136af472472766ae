import { useTranslations } from "next-intl";
import { Problem } from "#components/site/problem";
import { ButtonLink } from "#components/ui/button";

/** A link that was used, is too old or was never made: the same page for all three. */
export function BadLink() {
  const t = useTranslations("people.badLink");
  return (
    <Problem title={t("title")} detail={t("text")}>
      <ButtonLink href="/desk/sign-in" variant="secondary">
        {t("signIn")}
      </ButtonLink>
    </Problem>
  );
}
