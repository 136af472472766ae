"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { MemberOptions } from "./member-options.tsx";

type Props = { action: FormAction; assignmentId: string };

/** A member takes the work. */
export function AcceptForm({ action, assignmentId }: Props) {
  const t = useTranslations("desk.assignments");
  const form = useForm(action);
  return <Form form={form} hidden={{ assignmentId }} submit={t("accept")} shortcut="a" />;
}

/** A member gives the work back, and says why. */
export function ReturnForm({ action, assignmentId }: Props) {
  const t = useTranslations("desk.assignments");
  const form = useForm(action, { labels: { reason: t("reasonLabel") } });
  return (
    <Disclosure title={t("return")} shortcut="b" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ assignmentId }} submit={t("returnSubmit")}>
        <TextField form={form} name="reason" hint={t("returnHint")} />
      </Form>
    </Disclosure>
  );
}

/** The desk takes the work back from the member. */
export function RecallForm({ action, assignmentId }: Props) {
  const t = useTranslations("desk.assignments");
  const form = useForm(action, { labels: { reason: t("reasonLabel") } });
  return (
    <Disclosure title={t("recall")} open={form.isRefused} name={`recall-${assignmentId}`} isQuiet>
      <Form form={form} hidden={{ assignmentId }} submit={t("recallSubmit")} variant="secondary">
        <TextField form={form} name="reason" hint={t("recallHint")} />
      </Form>
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
  const form = useForm(action, { labels: { toMemberId: t("to"), reason: t("reasonLabel") } });
  return (
    <Disclosure title={t("handOver")} shortcut="h" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ assignmentId }} submit={t("handOverSubmit")}>
        <SelectField form={form} name="toMemberId">
          <option value="">{t("choose")}</option>
          <MemberOptions members={members} />
        </SelectField>
        <TextField form={form} name="reason" />
      </Form>
    </Disclosure>
  );
}
