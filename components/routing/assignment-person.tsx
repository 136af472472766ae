import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Badge } from "#components/ui/badge";
import type { HeldAssignment } from "#lib/desk/permits";
import type { FormAction } from "#lib/web/form";
import { GiveForm } from "./give-form.tsx";

export type PersonActions = { assignPersonAction: FormAction };

type Props = { assignment: HeldAssignment; ownId: string; actions: PersonActions };

/** Which person of the member does the work, and who may change that. */
export function AssignmentPerson({ assignment, ownId, actions: { assignPersonAction } }: Props) {
  const t = useTranslations("editorial.assignments");
  const { id, assignedTo, proposedTo, isAway, permits } = assignment;
  const seen = { assignmentId: id, ...(assignedTo && { seenUserId: assignedTo.id }) };
  return (
    <div className="mt-3 space-y-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-ink-soft">{t("person")}</span>
        <span>{assignedTo?.name ?? t("noPerson")}</span>
        {proposedTo ? <Badge tone="ochre">{t("proposed", { name: proposedTo.name })}</Badge> : null}
        {isAway ? <Badge tone="ochre">{t("allAway")}</Badge> : null}
      </p>
      {permits.take ? (
        <PressForm action={assignPersonAction} hidden={{ ...seen, userId: ownId }} submit={t("take")} />
      ) : null}
      {permits.letGo ? (
        <PressForm action={assignPersonAction} hidden={seen} submit={t("letGo")} variant="quiet" />
      ) : null}
      {permits.give ? <GiveForm action={assignPersonAction} assignment={assignment} /> : null}
    </div>
  );
}
