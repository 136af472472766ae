import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { ChooseForm, ChooseWords } from "#components/ui/choose-form";
import { EmptyState } from "#components/ui/empty-state";
import { Link } from "#components/ui/link";
import { ListPage } from "#components/ui/list-page";
import { Notice } from "#components/ui/notice";
import type { MemberPeople } from "#lib/members/list-people";
import type { WithdrawOutcome } from "#lib/members/withdraw-invitation";
import type { FormAction } from "#lib/web/form";
import { PeopleOfMember } from "./people-of-member.tsx";

type Props = {
  members: readonly (MemberPeople & { mayChange: boolean })[];
  /** Whether the reader sees the whole network, and what they look for in it. */
  isWholeNetwork: boolean;
  query: string;
  mayInvite: boolean;
  ownId: string;
  wasRemoved: boolean;
  /** What an installation still lacks, for whoever can see to it. */
  firstSteps: { done: number; all: number } | null;
  withdrawAction: FormAction<WithdrawOutcome>;
};

/** Who works in the network, or at one's own member, and as what. */
export function PeoplePage(props: Props) {
  const { members, isWholeNetwork, query, mayInvite, ownId, wasRemoved, firstSteps, withdrawAction } = props;
  const t = useTranslations("people.members");
  const common = useTranslations("common.actions");
  const all = { href: "/desk/members", label: t("all") };
  return (
    <ListPage
      title={t("title")}
      intro={
        <>
          <p>{t(isWholeNetwork ? "leadAll" : "leadOwn")}</p>
          {mayInvite ? null : <p>{t("readOnly")}</p>}
        </>
      }
      width="table"
      actions={mayInvite ? <ButtonLink href="/desk/members/invite">{t("invite")}</ButtonLink> : null}
      filter={
        <>
          {firstSteps ? (
            <Notice live="off">
              <Link href="/desk/first-steps">{t("firstSteps", firstSteps)}</Link>
            </Notice>
          ) : null}
          {wasRemoved ? <Notice tone="success">{t("removed")}</Notice> : null}
          {isWholeNetwork ? (
            <ChooseForm submit={common("search")} clear={query ? all : null}>
              <ChooseWords name="q" label={t("find")} chosen={query} shortcut="/" />
            </ChooseForm>
          ) : null}
        </>
      }
      empty={
        members.length === 0 && (
          <EmptyState
            title={t("empty")}
            action={
              <ButtonLink href={all.href} variant="secondary">
                {all.label}
              </ButtonLink>
            }
          >
            {t("emptyText")}
          </EmptyState>
        )
      }
    >
      {members.map((member) => (
        <PeopleOfMember key={member.id} member={member} ownId={ownId} withdrawAction={withdrawAction} />
      ))}
    </ListPage>
  );
}
