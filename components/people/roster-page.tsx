import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import { SegmentedNav } from "#components/ui/segmented-nav";
import type { RosterPage as RosterData } from "#lib/desk/load-roster";
import { dutyHref } from "#lib/i18n/addresses";
import type { DutyOutcome } from "#lib/members/give-duty";
import type { LeaveOutcome } from "#lib/members/take-leave";
import type { FormAction } from "#lib/web/form";
import { DutyForm, LeaveForm } from "./roster-forms.tsx";
import { RosterRows } from "./roster-rows.tsx";
import { RosterTable } from "./roster-table.tsx";

type Props = {
  data: RosterData;
  actions: {
    takeLeaveAction: FormAction<LeaveOutcome>;
    giveDutyAction: FormAction<DutyOutcome>;
    endLeaveAction: FormAction;
    endDutyAction: FormAction;
  };
};

/** Who of a member is on duty and who is away in the next two weeks, and what is planned. */
export function RosterPage({ data, actions }: Props) {
  const { member, members, people, days, hasDuty, leaves, shifts, today, mayManage, ownId } = data;
  const t = useTranslations("people.roster");
  const nameOf = useLocalName();
  const about = { memberId: member.id };
  return (
    <Page
      title={t("title")}
      intro={
        <>
          <p>{nameOf(member)}</p>
          <p>{t(mayManage ? "leadManage" : "leadOwn")}</p>
        </>
      }
      width="text"
    >
      {members.length > 1 ? (
        <SegmentedNav
          label={t("members")}
          options={members.map((one) => ({ value: one.id, label: nameOf(one) }))}
          chosen={member.id}
          hrefOf={dutyHref}
        />
      ) : null}
      {hasDuty ? null : (
        <Notice live="off" title={t("noDuty")}>
          {t("noDutyText")}
        </Notice>
      )}
      <RosterTable days={days} />
      <Part title={t("leave.title")} lead={t("leave.lead")} className="space-y-4">
        <RosterRows rows={leaves} words="leave" name="leaveId" endAction={actions.endLeaveAction} />
        <LeaveForm
          action={actions.takeLeaveAction}
          about={about}
          people={people}
          {...{ today, mayManage, ownId }}
        />
      </Part>
      <Part title={t("duty.title")} lead={t("duty.lead")} className="space-y-4">
        <RosterRows rows={shifts} words="duty" name="dutyId" endAction={actions.endDutyAction} />
        {mayManage ? (
          <DutyForm action={actions.giveDutyAction} about={about} people={people} today={today} />
        ) : null}
      </Part>
    </Page>
  );
}
