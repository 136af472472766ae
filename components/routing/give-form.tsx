"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { SelectField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { HeldAssignment } from "#lib/desk/permits";
import type { FormAction } from "#lib/web/form";

type Given = Pick<HeldAssignment, "id" | "assignedTo" | "proposedTo" | "colleagues">;
type Props = { action: FormAction; assignment: Given };

/** A coordinator says who of the member does the work; whoever stands in is proposed. */
export function GiveForm({ action, assignment: { id, assignedTo, proposedTo, colleagues } }: Props) {
  const t = useTranslations("editorial.assignments");
  const form = useForm(action, { labels: { userId: t("giveTo") } });
  const hidden = { assignmentId: id, ...(assignedTo && { seenUserId: assignedTo.id }) };
  const initial = (assignedTo ?? proposedTo)?.id;
  return (
    <Disclosure title={t("give")} open={form.isRefused} isQuiet>
      <Form form={form} hidden={hidden} submit={t("giveSubmit")}>
        <SelectField key={initial} form={form} name="userId" initial={initial} hint={t("giveHint")}>
          <option value="">{t("noPerson")}</option>
          {colleagues.map((person) => (
            <option key={person.id} value={person.id}>
              {person.isAway ? t("awayOption", { name: person.name }) : person.name}
            </option>
          ))}
        </SelectField>
      </Form>
    </Disclosure>
  );
}
