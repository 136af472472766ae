import { useTranslations } from "next-intl";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/access/action-state";
import type { Role } from "#lib/access/roles";
import type { PeopleOutcome } from "#lib/members/change-roles";
import { RemoveForm } from "./remove-form.tsx";
import { RolesForm } from "./roles-form.tsx";

type Props = {
  person: { userId: string; name: string; email: string; roles: readonly Role[] };
  member: { id: string; name: string };
  offered: readonly Role[];
  isSelf: boolean;
  rolesAction: FormAction<PeopleOutcome>;
  removeAction: FormAction<PeopleOutcome>;
};

/** One person at one member: what they are there, and the way out. */
export function PersonPage({ person, member, offered, isSelf, rolesAction, removeAction }: Props) {
  const t = useTranslations("people.members");
  const about = { userId: person.userId, memberId: member.id };
  const names = { name: person.name, member: member.name };
  return (
    <div className="mx-auto max-w-2xl space-y-8 elder:max-w-none">
      <header className="space-y-2">
        <Breadcrumb items={[{ href: "/desk/members", label: t("back") }]} />
        <h1 className="font-serif text-2xl sm:text-3xl">{t("personTitle", names)}</h1>
        <p className="text-ink-soft">{person.email}</p>
      </header>
      {isSelf ? (
        <Notice live="off">{t("self")}</Notice>
      ) : (
        <>
          <RolesForm action={rolesAction} about={about} offered={offered} roles={person.roles} />
          <RemoveForm action={removeAction} about={about} />
        </>
      )}
    </div>
  );
}
