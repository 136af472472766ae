import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
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
  const create = <ButtonLink href="/desk/keys/new">{t("create")}</ButtonLink>;
  return (
    <div className="mx-auto max-w-5xl space-y-6 elder:max-w-none">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="max-w-measure">
          <h1 className="font-serif text-2xl sm:text-3xl">{t("title")}</h1>
          <p className="mt-1 text-ink-soft">{t(isWholeNetwork ? "leadAll" : "leadOwn")}</p>
          {mayManage ? null : <p className="text-ink-soft">{t("readOnly")}</p>}
        </div>
        {mayManage && !isEmpty ? create : null}
      </header>
      {wasRevoked ? <Notice tone="success">{t("revoked")}</Notice> : null}
      {isEmpty ? (
        <EmptyState title={t("empty")} action={mayManage ? create : null}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        members.map((member) => <KeysOfMember key={member.id} member={member} />)
      )}
    </div>
  );
}
