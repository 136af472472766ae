"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { SelectField, TextField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import type { MemberChoice } from "#lib/members/queries";
import { MemberOptions } from "./member-options.tsx";

type Props = { action: DeskAction; assignmentId: string };

/** A member takes the work. */
export function AcceptForm({ action, assignmentId }: Props) {
  const t = useTranslations("desk.assignments");
  const form = useDeskForm(action);
  return <DeskForm form={form} hidden={{ assignmentId }} submit={t("accept")} shortcut="a" />;
}

/** A member gives the work back, and says why. */
export function ReturnForm({ action, assignmentId }: Props) {
  const t = useTranslations("desk.assignments");
  const form = useDeskForm(action);
  return (
    <Disclosure title={t("return")} shortcut="b" open={form.isAnswered} name="decision">
      <DeskForm form={form} hidden={{ assignmentId }} submit={t("returnSubmit")}>
        <TextField form={form} name="reason" label={t("reasonLabel")} hint={t("returnHint")} />
      </DeskForm>
    </Disclosure>
  );
}

/** A member passes the work to one that is better placed. */
export function HandOverForm({
  action,
  assignmentId,
  members,
}: Props & { members: readonly MemberChoice[] }) {
  const t = useTranslations("desk.assignments");
  const form = useDeskForm(action);
  return (
    <Disclosure title={t("handOver")} shortcut="h" open={form.isAnswered} name="decision">
      <DeskForm form={form} hidden={{ assignmentId }} submit={t("handOverSubmit")}>
        <SelectField form={form} name="toMemberId" label={t("to")}>
          <option value="">{t("choose")}</option>
          <MemberOptions members={members} />
        </SelectField>
        <TextField form={form} name="reason" label={t("reasonLabel")} />
      </DeskForm>
    </Disclosure>
  );
}
