import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import type { Role } from "#lib/access/roles";
import type { PeopleOutcome } from "#lib/members/change-roles";
import type { FormAction } from "#lib/web/form";
import { ContactForm } from "./contact-form.tsx";
import { PasswordLinkForm, type PasswordLinkMade } from "./password-link-form.tsx";
import { RemoveForm } from "./remove-form.tsx";
import { RolesForm } from "./roles-form.tsx";

type Props = {
  person: { userId: string; name: string; email: string; roles: readonly Role[] };
  member: { id: string; name: string };
  offered: readonly Role[];
  isSelf: boolean;
  isContact: boolean;
  contactAction: FormAction<PeopleOutcome>;
  rolesAction: FormAction<PeopleOutcome>;
  passwordAction: FormAction<PasswordLinkMade>;
  removeAction: FormAction<PeopleOutcome>;
};

/** One person at one member: what they are there, the way back in, and the way out. */
export function PersonPage({ person, member, offered, isSelf, isContact, ...actions }: Props) {
  const t = useTranslations("people.members");
  const about = { userId: person.userId, memberId: member.id };
  const names = { name: person.name, member: member.name };
  return (
    <Page
      title={t("personTitle", names)}
      above={[{ href: "/desk/members", label: t("back") }]}
      intro={person.email}
      width="form"
    >
      {isSelf ? (
        <Notice live="off">{t("self")}</Notice>
      ) : (
        <>
          <RolesForm action={actions.rolesAction} about={about} offered={offered} roles={person.roles} />
          <ContactForm action={actions.contactAction} about={about} isContact={isContact} />
          <PasswordLinkForm action={actions.passwordAction} about={about} />
          <RemoveForm action={actions.removeAction} about={about} />
        </>
      )}
    </Page>
  );
}
