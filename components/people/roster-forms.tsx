"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { type FormOf, useForm } from "#components/form/use-form.ts";
import type { DutyOutcome } from "#lib/members/give-duty";
import type { Person } from "#lib/members/roster";
import type { LeaveOutcome } from "#lib/members/take-leave";
import type { FormAction } from "#lib/web/form";

type Common = { about: { memberId: string }; people: readonly Person[]; today: string };
type LeaveProps = Common & { action: FormAction<LeaveOutcome>; mayManage: boolean; ownId: string };

/** Says that one is away, or that a colleague is, and who stands in. */
export function LeaveForm({ action, about, people, today, mayManage, ownId }: LeaveProps) {
  const t = useTranslations("people.roster");
  const labels = { userId: t("person"), from: t("from"), until: t("to"), deputyId: t("deputyLabel") };
  const form = useForm(action, { labels });
  const others = people.filter(({ id }) => mayManage || id !== ownId);
  return (
    <Disclosure title={t("leave.form")} open={form.isSent}>
      <Form
        form={form}
        hidden={mayManage ? about : { ...about, userId: ownId }}
        submit={t("leave.submit")}
        done={t("leave.done")}
      >
        {mayManage ? (
          <SelectField form={form} name="userId" initial={ownId}>
            <People people={people} />
          </SelectField>
        ) : null}
        <Days form={form} today={today} />
        <SelectField form={form} name="deputyId" hint={t("deputyHint")} optional>
          <option value="">{t("nobody")}</option>
          <People people={others} />
        </SelectField>
      </Form>
    </Disclosure>
  );
}

/** Puts somebody on duty. */
export function DutyForm({ action, about, people, today }: Common & { action: FormAction<DutyOutcome> }) {
  const t = useTranslations("people.roster");
  const form = useForm(action, { labels: { userId: t("person"), from: t("from"), until: t("to") } });
  return (
    <Disclosure title={t("duty.form")} open={form.isSent}>
      <Form form={form} hidden={about} submit={t("duty.submit")} done={t("duty.done")}>
        <SelectField form={form} name="userId">
          <option value="">{t("choose")}</option>
          <People people={people} />
        </SelectField>
        <Days form={form} today={today} />
      </Form>
    </Disclosure>
  );
}

const Days = ({ form, today }: { form: FormOf<"from" | "until">; today: string }) => (
  <div className="flex flex-wrap gap-4">
    <TextField form={form} name="from" type="date" min={today} initial={today} />
    <TextField form={form} name="until" type="date" min={today} initial={today} />
  </div>
);

const People = ({ people }: { people: readonly Person[] }) =>
  people.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
