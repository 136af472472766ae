import { useTranslations } from "next-intl";
import { DueClocks } from "#components/claims/due-clock";
import { useLocalName } from "#components/claims/local-name.ts";
import type { HeldAssignment } from "#lib/desk/permits";
import type { MemberChoice } from "#lib/members/queries";
import { type AnswerActions, AssignmentAnswers, isAnswerable } from "./assignment-answers.tsx";

type Props = {
  assignments: readonly HeldAssignment[];
  members: readonly MemberChoice[];
  actions: AnswerActions;
};

/** The work that the person's own member was asked for, each piece with its answer. */
export function AssignmentForms({ assignments, members, actions }: Props) {
  const t = useTranslations("desk.assignments");
  const labels = useTranslations("labels.assignmentPurpose");
  const nameOf = useLocalName();
  return assignments.filter(isAnswerable).map((assignment) => {
    const { id, member, purpose, clocks, instructions } = assignment;
    return (
      <section key={id} aria-labelledby={`own-${id}`} className="space-y-3">
        <h3 id={`own-${id}`}>{t("own", { member: nameOf(member), purpose: labels(purpose) })}</h3>
        <DueClocks clocks={clocks} ofWork />
        {instructions ? <p className="whitespace-pre-wrap text-sm">{instructions}</p> : null}
        <AssignmentAnswers assignment={assignment} members={members} actions={actions} />
      </section>
    );
  });
}
