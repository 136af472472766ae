import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Problem } from "#components/site/problem";
import { ButtonLink } from "#components/ui/button";
import type { Role } from "#lib/access/roles";

type Props = {
  invitation: { roles: readonly Role[]; member: { zh: string; en: string } };
  isSetup: boolean;
  children: ReactNode;
};

/** Who is invited to what, above the form that accepts it. */
export function JoinPage({ invitation, isSetup, children }: Props) {
  const t = useTranslations("people.join");
  const role = useTranslations("labels.role");
  const isEnglish = useLocale() === "en";
  const { member, roles } = invitation;
  return (
    <div className="mx-auto max-w-xl py-4 sm:py-10 elder:max-w-none">
      <h1 className="font-serif text-3xl">
        {isSetup ? t("setupTitle") : t("title", { member: isEnglish ? member.en : member.zh })}
      </h1>
      <p className="mt-2 mb-8 text-ink-soft">
        {isSetup
          ? t("setupLead")
          : t("lead", { roles: roles.map((each) => role(each)).join(isEnglish ? ", " : "、") })}
      </p>
      {children}
    </div>
  );
}

/** A link that was used, is too old or was never made: the same page for all three. */
export function BadLink() {
  const t = useTranslations("people.join.bad");
  return (
    <Problem title={t("title")} detail={t("text")}>
      <ButtonLink href="/desk/sign-in" variant="secondary">
        {t("signIn")}
      </ButtonLink>
    </Problem>
  );
}
