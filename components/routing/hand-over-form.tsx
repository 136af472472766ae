"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { MemberOptions } from "./member-options.tsx";

type Props = { action: FormAction; assignmentId: string; members: readonly MemberChoice[] };

/** A member passes the work to one that is better placed. */
export function HandOverForm({ action, assignmentId, members }: Props) {
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
