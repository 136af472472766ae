import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import type { MemberPeople } from "#lib/members/list-people";
import { PeopleOfMember } from "./people-of-member.tsx";
import { PeopleSearch } from "./people-search.tsx";

type Props = {
  members: readonly (MemberPeople & { mayChange: boolean })[];
  /** Whether the reader sees the whole network, and what they look for in it. */
  isWholeNetwork: boolean;
  query: string;
  mayInvite: boolean;
  ownId: string;
  wasRemoved: boolean;
};

/** Who works in the network, or at one's own member, and as what. */
export function PeoplePage({ members, isWholeNetwork, query, mayInvite, ownId, wasRemoved }: Props) {
  const t = useTranslations("people.members");
  return (
    <div className="mx-auto max-w-5xl space-y-6 elder:max-w-none">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-serif text-2xl sm:text-3xl">{t("title")}</h1>
          <p className="mt-1 text-ink-soft">{t(isWholeNetwork ? "leadAll" : "leadOwn")}</p>
          {mayInvite ? null : <p className="text-ink-soft">{t("readOnly")}</p>}
        </div>
        {mayInvite ? <ButtonLink href="/desk/members/invite">{t("invite")}</ButtonLink> : null}
      </header>
      {wasRemoved ? <Notice tone="success">{t("removed")}</Notice> : null}
      {isWholeNetwork ? <PeopleSearch query={query} /> : null}
      {members.length === 0 ? (
        <EmptyState
          title={t("empty")}
          action={
            <ButtonLink href="/desk/members" variant="secondary">
              {t("all")}
            </ButtonLink>
          }
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        members.map((member) => <PeopleOfMember key={member.id} member={member} ownId={ownId} />)
      )}
    </div>
  );
}
