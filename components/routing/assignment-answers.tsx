import { useTranslations } from "next-intl";
import { PressForm, ReasonForm } from "#components/desk/decision-forms";
import { KeepTyped } from "#components/form/keep-typed";
import type { HeldAssignment } from "#lib/desk/permits";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { HandOverForm } from "./hand-over-form.tsx";

export type AnswerActions = Record<
  "acceptAction" | "returnAction" | "handOverAction" | "takeOverAction",
  FormAction
>;

type Props = { assignment: HeldAssignment; members: readonly MemberChoice[]; actions: AnswerActions };

/** Whether there is anything to answer. */
export const isAnswerable = ({ permits }: HeldAssignment): boolean =>
  permits.accept || permits.giveBack || permits.handOver || permits.takeOver;

/** A member takes the work it was asked for, gives it back and says why, or passes it on. */
export function AssignmentAnswers({ assignment: { id, member, permits }, members, actions }: Props) {
  const t = useTranslations("desk.assignments");
  const hidden = { assignmentId: id };
  const others = members.filter((other) => other.id !== member.id);
  return (
    <>
      {permits.accept ? (
        <PressForm
          action={actions.acceptAction}
          hidden={hidden}
          submit={t("accept")}
          shortcut="a"
          variant="primary"
        />
      ) : null}
      {permits.takeOver ? (
        <ReasonForm
          action={actions.takeOverAction}
          hidden={hidden}
          title={t("takeOver")}
          name="decision"
          label={t("reasonLabel")}
          hint={t("takeOverHint")}
          submit={t("takeOverSubmit")}
        />
      ) : null}
      <div>
        <KeepTyped>
          {permits.giveBack ? (
            <ReasonForm
              action={actions.returnAction}
              hidden={hidden}
              title={t("return")}
              shortcut="b"
              name="decision"
              label={t("reasonLabel")}
              hint={t("returnHint")}
              submit={t("returnSubmit")}
            />
          ) : null}
        </KeepTyped>
        <KeepTyped>
          {permits.handOver ? (
            <HandOverForm action={actions.handOverAction} assignmentId={id} members={others} />
          ) : null}
        </KeepTyped>
      </div>
    </>
  );
}
