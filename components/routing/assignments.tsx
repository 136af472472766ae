import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import { ListPage } from "#components/ui/list-page";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { HeldAssignment } from "#lib/desk/permits";
import { withQuery } from "#lib/i18n/paths";
import type { MemberChoice } from "#lib/members/queries";
import type { AssignmentFilter } from "#lib/routing/schema";
import type { AnswerActions } from "./assignment-answers.tsx";
import { AssignmentList } from "./assignment-list.tsx";

type Props = {
  filter: AssignmentFilter;
  page: { items: readonly HeldAssignment[]; nextCursor: string | null };
  members: readonly MemberChoice[];
  isWholeNetwork: boolean;
  actions: AnswerActions;
};

const states = ["open", "passed-on", "done", "all"] as const;
const hrefOf = (state: AssignmentFilter["state"], cursor?: string) =>
  withQuery("/desk/assignments", { state, cursor });

/** A member's work, or the network's, by its state. */
export function Assignments({ filter: { state, cursor }, page, members, isWholeNetwork, actions }: Props) {
  const t = useTranslations("editorial.assignments");
  const kind = state === "open" ? "Open" : state === "passed-on" ? "PassedOn" : "Other";
  return (
    <ListPage
      title={t("title")}
      intro={t(isWholeNetwork ? "leadAll" : "leadOwn")}
      width="text"
      filter={
        <SegmentedNav
          label={t("views")}
          options={states.map((value) => ({ value, label: t(value) }))}
          chosen={state}
          hrefOf={hrefOf}
        />
      }
      empty={
        page.items.length === 0 && <EmptyState title={t(`empty${kind}`)}>{t(`empty${kind}Text`)}</EmptyState>
      }
      paging={{ cursor, next: page.nextCursor, hrefOf: (from) => hrefOf(state, from) }}
    >
      <AssignmentList rows={page.items} members={members} actions={actions} />
    </ListPage>
  );
}
