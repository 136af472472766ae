import { useLocale, useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Table } from "#components/ui/table";
import type { Role } from "#lib/access/roles";
import type { MemberPeople } from "#lib/members/list-people";

type Person = { id: string; name: string; email: string; roles: Role[] };

/** The people of one member with what they are there, and who has been invited. */
export function PeopleOfMember({
  member,
  ownId,
}: {
  member: MemberPeople & { mayChange: boolean };
  ownId: string;
}) {
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
        <Table caption={name} hideCaption>
          <thead>
            <tr>
              <th scope="col" className="w-1/4">
                {t("person")}
              </th>
              <th scope="col" className="w-1/3">
                {t("email")}
              </th>
              <th scope="col">{t("roles")}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
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
                  {person.id === ownId ? <span className="text-ink-soft">{t("you")}</span> : null}
                </th>
                <td>{person.email}</td>
                <td>{inWords(person.roles)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {member.invitations.length > 0 ? (
        <div className="text-sm">
          <h3 className="text-sm">{t("pending")}</h3>
          <ul className="mt-1 space-y-1 text-ink-soft">
            {member.invitations.map((invitation) => (
              <li key={invitation.id}>
                {t("pendingOne", {
                  name: invitation.name ?? "",
                  email: invitation.email ?? "",
                  roles: inWords(invitation.roles),
                })}{" "}
                <DateTime time={invitation.expiresAt} />
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
