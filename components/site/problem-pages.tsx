import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { Problem } from "./problem.tsx";

/** There is nothing at this address. */
export function NotFoundPage() {
  const t = useTranslations("errors");
  return (
    <Problem title={t("NOT_FOUND.title")} detail={t("NOT_FOUND.detail")}>
      <ButtonLink href="/">{t("home")}</ButtonLink>
      <ButtonLink href="/debunks" variant="secondary">
        {t("debunks")}
      </ButtonLink>
    </Problem>
  );
}

/** The reader is known, and this is not theirs to see. */
export function ForbiddenPage() {
  const t = useTranslations("errors");
  return (
    <Problem title={t("FORBIDDEN.title")} detail={t("FORBIDDEN.detail")}>
      <ButtonLink href="/">{t("home")}</ButtonLink>
    </Problem>
  );
}
