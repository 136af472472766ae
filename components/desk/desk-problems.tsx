import { useTranslations } from "next-intl";
import { Problem } from "#components/site/problem";
import { ButtonLink } from "#components/ui/button";

/** There is nothing at this address of the desk. */
export function NotFoundPage() {
  return <DeskProblem kind="notFound" />;
}

/** The person is known, and this is another member's or another role's work. */
export function ForbiddenPage() {
  return <DeskProblem kind="forbidden" />;
}

function DeskProblem({ kind }: { kind: "notFound" | "forbidden" }) {
  const t = useTranslations("desk.problem");
  return (
    <Problem title={t(`${kind}.title`)} detail={t(`${kind}.detail`)}>
      <ButtonLink href="/desk">{t("home")}</ButtonLink>
    </Problem>
  );
}
