import { useLocale, useTranslations } from "next-intl";
import { Page } from "#components/ui/page";
import type { AcceptOutcome } from "#lib/members/accept-invitation";
import type { Invitation } from "#lib/members/invitations";
import type { FormAction } from "#lib/web/form";
import { BadLink } from "./bad-link.tsx";
import { JoinForm } from "./join-form.tsx";

type Props = {
  invitation: Invitation | null;
  token: string | string[] | undefined;
  isSetup: boolean;
  action: FormAction<Extract<AcceptOutcome, { ok: false }>>;
};

/** Who is invited to what, above the form that accepts it; or the page that says that a link does not work. */
export function JoinPage({ invitation, token, isSetup, action }: Props) {
  const t = useTranslations("people.join");
  const role = useTranslations("labels.role");
  const isEnglish = useLocale() === "en";
  // A setup link names nobody and an invitation does; each opens only its own page.
  if (!invitation || typeof token !== "string" || isSetup !== (invitation.email === null)) return <BadLink />;
  const { member, roles, name, email } = invitation;
  return (
    <Page
      title={isSetup ? t("setupTitle") : t("title", { member: isEnglish ? member.en : member.zh })}
      intro={
        isSetup
          ? t("setupLead")
          : t("lead", { roles: roles.map((each) => role(each)).join(isEnglish ? ", " : "、") })
      }
      width="door"
    >
      <JoinForm action={action} token={token} name={name ?? ""} email={email} isSetup={isSetup} />
    </Page>
  );
}
