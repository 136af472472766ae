import { useTranslations } from "next-intl";
import { DueClocks } from "#components/claims/due-clock";
import { useLocalName } from "#components/claims/local-name.ts";
import { ReasonForm } from "#components/desk/decision-forms";
import { Badge } from "#components/ui/badge";
import { RelativeTime } from "#components/ui/relative-time";
import { isHeld } from "#lib/access/holding";
import type { HeldAssignment } from "#lib/desk/permits";
import type { FormAction } from "#lib/web/form";
import { ClockStepsList } from "./clock-steps.tsx";

type Props = { assignments: readonly HeldAssignment[]; recallAction: FormAction };

/** Who was asked for what, and what became of it. */
export function ClaimAssignments({ assignments, recallAction }: Props) {
  const t = useTranslations("desk.assignments");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  return (
    <ul className="divide-y divide-line">
      {assignments.map((assignment) => (
        <li key={assignment.id} className="space-y-1 py-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{nameOf(assignment.member)}</span>
            <span>{labels(`assignmentPurpose.${assignment.purpose}`)}</span>
            <Badge tone={isHeld(assignment.status) ? "azurite" : "outline"}>
              {labels(`assignmentStatus.${assignment.status}`)}
            </Badge>
            {assignment.isAway ? <Badge tone="ochre">{t("allAway")}</Badge> : null}
            <DueClocks clocks={assignment.clocks} ofWork />
          </p>
          {assignment.assignedTo ? (
            <p className="text-sm">{t("person", { name: assignment.assignedTo.name })}</p>
          ) : null}
          <p className="text-ink-soft text-sm">
            {t("offered")} <RelativeTime time={assignment.offeredAt} />
          </p>
          {assignment.instructions ? (
            <p className="whitespace-pre-wrap text-sm">{assignment.instructions}</p>
          ) : null}
          {assignment.returnReason ? (
            <p className="text-sm">
              <span className="text-ink-soft">{t("reason")}</span> {assignment.returnReason}
            </p>
          ) : null}
          <ClockStepsList steps={assignment.steps} ofWork />
          {assignment.permits.recall ? (
            <ReasonForm
              action={recallAction}
              hidden={{ assignmentId: assignment.id }}
              title={t("recall")}
              isQuiet
              label={t("reasonLabel")}
              hint={t("recallHint")}
              submit={t("recallSubmit")}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
