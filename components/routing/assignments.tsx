import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { HeldAssignment } from "#lib/desk/permits";
import type { MemberChoice } from "#lib/members/queries";
import type { AssignmentFilter } from "#lib/routing/schema";
import { type AnswerActions, AssignmentList } from "./assignment-list.tsx";

type Props = {
  filter: AssignmentFilter;
  page: { items: readonly HeldAssignment[]; nextCursor: string | null };
  members: readonly MemberChoice[];
  isWholeNetwork: boolean;
  actions: AnswerActions;
};

const states = ["open", "done", "all"] as const;
const hrefOf = (state: string, cursor?: string) =>
  `/desk/assignments?${new URLSearchParams({ state, ...(cursor && { cursor }) })}`;

/** A member's work, or the network's, by its state. */
export function Assignments({ filter, page, members, isWholeNetwork, actions }: Props) {
  const t = useTranslations("editorial.assignments");
  const isOpen = filter.state === "open";
  return (
    <div className="mx-auto max-w-4xl space-y-5 elder:max-w-none">
      <header>
        <h1 className="font-serif text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t(isWholeNetwork ? "leadAll" : "leadOwn")}</p>
      </header>
      <SegmentedNav
        label={t("views")}
        items={states.map((state) => ({
          href: hrefOf(state),
          label: t(state),
          current: state === filter.state,
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState title={t(isOpen ? "emptyOpen" : "emptyOther")}>
          {t(isOpen ? "emptyOpenText" : "emptyOtherText")}
        </EmptyState>
      ) : (
        <AssignmentList rows={page.items} members={members} actions={actions} />
      )}
      <Pagination
        newer={filter.cursor ? hrefOf(filter.state) : undefined}
        older={page.nextCursor ? hrefOf(filter.state, page.nextCursor) : undefined}
      />
    </div>
  );
}
