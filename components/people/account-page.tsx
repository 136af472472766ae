import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "#components/ui/definition-list";
import { Link } from "#components/ui/link";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import { SubmitButton } from "#components/ui/submit-button";
import type { Role } from "#lib/access/roles";
import { alertSettingsHref } from "#lib/i18n/addresses";

type Props = {
  name: string;
  email: string;
  posts: readonly { member: { zh: string; en: string }; roles: readonly Role[] }[];
  signOutAction: () => Promise<void>;
  /** The form that changes the password. */
  children: ReactNode;
};

/** One's own account: who one is here, the password, and the way out. */
export function AccountPage({ name, email, posts, signOutAction, children }: Props) {
  const t = useTranslations("people.account");
  const alerts = useTranslations("alerts.account");
  const role = useTranslations("labels.role");
  const isEnglish = useLocale() === "en";
  return (
    <Page title={t("title")} width="form">
      <DefinitionList
        items={[
          { term: t("name"), detail: name },
          { term: t("email"), detail: email },
          {
            term: t("roles"),
            detail: posts.map(({ member, roles }) => (
              <span key={member.zh} className="block">
                {t("roleAt", {
                  member: isEnglish ? member.en : member.zh,
                  roles: roles.map((each) => role(each)).join(isEnglish ? ", " : "、"),
                })}
              </span>
            )),
          },
        ]}
      />
      <Part title={t("passwordTitle")} lead={t("passwordLead")} className="space-y-4 pt-4">
        {children}
      </Part>
      <Part title={alerts("title")} lead={alerts("text")} className="space-y-3 pt-4">
        <Link href={alertSettingsHref}>{alerts("link")}</Link>
      </Part>
      <Part title={t("signOutTitle")} lead={t("signOutText")} className="space-y-3 pt-4">
        <form action={signOutAction}>
          <SubmitButton variant="secondary">{t("signOut")}</SubmitButton>
        </form>
      </Part>
    </Page>
  );
}
