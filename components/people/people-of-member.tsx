import { useLocale, useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import type { Role } from "#lib/access/roles";
import type { MemberPeople } from "#lib/members/list-people";
import type { WithdrawOutcome } from "#lib/members/withdraw-invitation";
import type { FormAction } from "#lib/web/form";

type Props = {
  member: MemberPeople & { mayChange: boolean };
  ownId: string;
  withdrawAction: FormAction<WithdrawOutcome>;
};

type Person = { id: string; name: string; email: string; roles: Role[] };

/** The people of one member with what they are there, and who has been invited. */
export function PeopleOfMember({ member, ownId, withdrawAction }: Props) {
  const t = useTranslations("people.members");
  const role = useTranslations("labels.role");
  const isEnglish = useLocale() === "en";
  const inWords = (roles: readonly Role[]) => roles.map((each) => role(each)).join(isEnglish ? ", " : "、");
  const name = isEnglish ? member.en : member.zh;
  const people = peopleOf(member);
  return (
    <section className="space-y-3">
      <h2 className="text-lg">{name}</h2>
      {people.length === 0 ? (
        <p className="text-ink-soft">{t("nobody")}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {people.map((person) => (
            <li
              key={person.id}
              className="grid gap-x-4 py-2.5 sm:grid-cols-[1fr_1.5fr_1.5fr] elder:sm:grid-cols-1"
            >
              <span className="font-semibold">
                {member.mayChange && person.id !== ownId ? (
                  <Link
                    href={`/desk/members/${member.id}/${person.id}`}
                    data-row
                    aria-label={t("manageOf", { name: person.name })}
                  >
                    {person.name}
                  </Link>
                ) : (
                  person.name
                )}
                {person.id === ownId ? <span className="font-normal text-ink-soft">{t("you")}</span> : null}
              </span>
              <span className="min-w-0 text-ink-soft">{person.email}</span>
              <span>{inWords(person.roles)}</span>
            </li>
          ))}
        </ul>
      )}
      {member.invitations.length > 0 ? (
        <div className="text-sm">
          <h3 className="text-sm">{t("pending")}</h3>
          <ul className="mt-1 space-y-3 text-ink-soft sm:space-y-1.5">
            {member.invitations.map((invitation) => (
              <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="min-w-0 break-words">
                  {t("pendingOne", {
                    name: invitation.name ?? "",
                    email: invitation.email ?? "",
                    roles: inWords(invitation.roles),
                  })}{" "}
                  <DateTime time={invitation.expiresAt} />
                </span>
                {member.mayChange ? (
                  <PressForm
                    action={withdrawAction}
                    hidden={{ invitationId: invitation.id }}
                    submit={
                      <>
                        {t("withdraw")} <span className="sr-only">{invitation.name}</span>
                      </>
                    }
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function peopleOf({ memberships }: MemberPeople): Person[] {
  const people = new Map<string, Person>();
  for (const { user, role } of memberships) {
    const person = people.get(user.id) ?? { ...user, roles: [] };
    person.roles.push(role);
    people.set(user.id, person);
  }
  return [...people.values()];
}
