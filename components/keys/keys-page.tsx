import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { ListPage } from "#components/ui/list-page";
import { Notice } from "#components/ui/notice";
import type { MemberKeys } from "#lib/members/list-keys";
import { KeysOfMember } from "./keys-of-member.tsx";

type Props = {
  members: readonly MemberKeys[];
  /** Whether the reader sees the whole network. */
  isWholeNetwork: boolean;
  mayManage: boolean;
  wasRevoked: boolean;
};

/** The keys of members' applications, of the whole network or of one's own member. */
export function KeysPage({ members, isWholeNetwork, mayManage, wasRevoked }: Props) {
  const t = useTranslations("keys");
  const isEmpty = members.every(({ working, ended }) => working.length + ended.length === 0);
  const create = mayManage ? <ButtonLink href="/desk/keys/new">{t("create")}</ButtonLink> : null;
  return (
    <ListPage
      title={t("title")}
      intro={
        <>
          <p>{t(isWholeNetwork ? "leadAll" : "leadOwn")}</p>
          {mayManage ? null : <p>{t("readOnly")}</p>}
        </>
      }
      width="table"
      actions={isEmpty ? null : create}
      filter={wasRevoked ? <Notice tone="success">{t("revoked")}</Notice> : null}
      empty={
        isEmpty && (
          <EmptyState title={t("empty")} action={create}>
            {t("emptyText")}
          </EmptyState>
        )
      }
    >
      {members.map((member) => (
        <KeysOfMember key={member.id} member={member} />
      ))}
    </ListPage>
  );
}
