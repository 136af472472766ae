import { useTranslations } from "next-intl";
import { DueClocks } from "#components/claims/due-clock";
import { useLocalName } from "#components/claims/local-name.ts";
import { KeepTyped } from "#components/form/keep-typed";
import type { HeldAssignment } from "#lib/desk/permits";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { AcceptForm, HandOverForm, ReturnForm } from "./answer-forms.tsx";

type Props = {
  assignments: readonly HeldAssignment[];
  members: readonly MemberChoice[];
  acceptAction: FormAction;
  returnAction: FormAction;
  handOverAction: FormAction;
};

/** The work that the person's own member was asked for: take it, give it back, or pass it on. */
export function AssignmentForms({ assignments, members, ...actions }: Props) {
  const t = useTranslations("desk.assignments");
  const labels = useTranslations("labels.assignmentPurpose");
  const nameOf = useLocalName();
  const own = assignments.filter(({ permits }) => permits.accept || permits.giveBack || permits.handOver);
  return own.map(({ id, member, purpose, clocks, instructions, permits }) => (
    <section key={id} aria-labelledby={`own-${id}`} className="space-y-3">
      <h3 id={`own-${id}`}>{t("own", { member: nameOf(member), purpose: labels(purpose) })}</h3>
      <DueClocks clocks={clocks} ofWork />
      {instructions ? <p className="whitespace-pre-wrap text-sm">{instructions}</p> : null}
      <KeepTyped>
        {permits.accept ? <AcceptForm action={actions.acceptAction} assignmentId={id} /> : null}
      </KeepTyped>
      <div>
        <KeepTyped>
          {permits.giveBack ? <ReturnForm action={actions.returnAction} assignmentId={id} /> : null}
        </KeepTyped>
        <KeepTyped>
          {permits.handOver ? (
            <HandOverForm
              action={actions.handOverAction}
              assignmentId={id}
              members={members.filter((other) => other.id !== member.id)}
            />
          ) : null}
        </KeepTyped>
      </div>
    </section>
  ));
}
