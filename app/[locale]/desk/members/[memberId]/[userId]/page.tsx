import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PersonPage } from "#components/people/person-page";
import { canStaff } from "#lib/members/assert-can-staff";
import { listNamedContacts } from "#lib/members/contacts";
import { listPeople } from "#lib/members/list-people";
import { offeredRoles } from "#lib/members/offered-roles";
import { requireActor } from "#lib/web/next/session";
import {
  changeRolesAction,
  passwordLinkAction,
  removePersonAction,
  secondContactAction,
} from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.members"))("manageTitle") };
}

export default async function Page({ params }: { params: Promise<{ memberId: string; userId: string }> }) {
  const actor = await requireActor("people.list");
  const { memberId, userId } = await params;
  const member = (await listPeople(actor)).find(({ id }) => id === memberId) ?? notFound();
  if (!canStaff(actor, "people.change-roles", member)) forbidden();
  const held = member.memberships.filter(({ user }) => user.id === userId);
  const [first = notFound()] = held;
  return (
    <PersonPage
      person={{ ...first.user, userId, roles: held.map(({ role }) => role) }}
      member={{ id: member.id, name: (await getLocale()) === "en" ? member.en : member.zh }}
      offered={offeredRoles(member.tier)}
      isSelf={userId === actor.userId}
      isContact={(await listNamedContacts(memberId)).includes(userId)}
      contactAction={secondContactAction}
      rolesAction={changeRolesAction}
      passwordAction={passwordLinkAction}
      removeAction={removePersonAction}
    />
  );
}
