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
import type { PersonActions } from "./assignment-person.tsx";

type Props = {
  filter: AssignmentFilter;
  page: { items: readonly HeldAssignment[]; nextCursor: string | null };
  members: readonly MemberChoice[];
  ownId: string;
  isWholeNetwork: boolean;
  actions: AnswerActions & PersonActions;
};

const states = ["open", "passed-on", "done", "all"] as const;
const people = ["everybody", "mine", "nobody"] as const;
const hrefOf = ({ state, whose, cursor }: AssignmentFilter) =>
  withQuery("/desk/assignments", { state, whose: whose === "everybody" ? null : whose, cursor });

/** A member's work, or the network's, by its state. */
export function Assignments({ filter, page, members, ownId, isWholeNetwork, actions }: Props) {
  const t = useTranslations("editorial.assignments");
  const { state, whose, cursor } = filter;
  const ofState = state === "open" ? "Open" : state === "passed-on" ? "PassedOn" : "Other";
  const kind = whose === "everybody" ? ofState : "Whose";
  return (
    <ListPage
      title={t("title")}
      intro={t(isWholeNetwork ? "leadAll" : "leadOwn")}
      width="text"
      filter={
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <SegmentedNav
            label={t("views")}
            options={states.map((value) => ({ value, label: t(value) }))}
            chosen={state}
            hrefOf={(value) => hrefOf({ state: value, whose })}
          />
          <SegmentedNav
            label={t("whose")}
            options={people.map((value) => ({ value, label: t(value) }))}
            chosen={whose}
            hrefOf={(value) => hrefOf({ state, whose: value })}
          />
        </div>
      }
      empty={
        page.items.length === 0 && <EmptyState title={t(`empty${kind}`)}>{t(`empty${kind}Text`)}</EmptyState>
      }
      paging={{ cursor, next: page.nextCursor, hrefOf: (from) => hrefOf({ ...filter, cursor: from }) }}
    >
      <AssignmentList rows={page.items} members={members} ownId={ownId} actions={actions} />
    </ListPage>
  );
}
