import { useTranslations } from "next-intl";
import { Page } from "#components/ui/page";
import type { ResetOutcome } from "#lib/members/reset-password";
import type { FormAction } from "#lib/web/form";
import { BadLink } from "./bad-link.tsx";
import { ResetForm } from "./reset-form.tsx";

type Props = {
  person: { name: string; email: string } | null;
  token: string | string[] | undefined;
  action: FormAction<Extract<ResetOutcome, { ok: false }>>;
};

/** Whose password it is, above the form that chooses a new one; or the page that says that a link does not work. */
export function ResetPage({ person, token, action }: Props) {
  const t = useTranslations("people.reset");
  if (!person || typeof token !== "string") return <BadLink />;
  return (
    <Page title={t("title")} intro={t("lead", person)} width="door">
      <ResetForm action={action} token={token} email={person.email} />
    </Page>
  );
}
