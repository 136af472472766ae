"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { DraftOutcome } from "#lib/routing/rules/draft-rules";
import type { FormAction } from "#lib/web/form";

type Of = { action: FormAction; ruleSetId: string };
type Seen = Of & { version: number };

/** Begins a new version with the active rules. */
export function DraftForm({ action, ruleSetId }: { action: FormAction<DraftOutcome>; ruleSetId: string }) {
  const t = useTranslations("desk.rules");
  return <Form form={useForm(action)} hidden={{ ruleSetId }} submit={t("draft")} size="md" />;
}

/** Says what a version changes, and asks a second person. */
export function ProposeForm({ action, ruleSetId, version, note }: Seen & { note: string }) {
  const t = useTranslations("desk.rules.decide");
  const form = useForm(action, { version, labels: { note: t("note") } });
  return (
    <Form form={form} hidden={{ ruleSetId }} submit={t("propose")} size="md">
      <AreaField form={form} name="note" initial={note} limit={300} hint={t("proposeHint")} />
    </Form>
  );
}

/** One press: consent, giving back, putting away. */
export function DecideForm({
  action,
  ruleSetId,
  version,
  submit,
  isMain,
}: Seen & { submit: string; isMain?: boolean }) {
  const form = useForm(action, { version });
  return (
    <Form
      form={form}
      hidden={{ ruleSetId }}
      submit={submit}
      size="md"
      variant={isMain ? undefined : "secondary"}
    />
  );
}

type RemoveProps = Seen & { ruleId: string; priority: number };

/** Takes a rule out of a draft. */
export function RemoveRuleForm({ action, ruleSetId, version, ruleId, priority }: RemoveProps) {
  const t = useTranslations("desk.rules");
  const form = useForm(action, { version });
  return (
    <Form
      form={form}
      hidden={{ ruleSetId, ruleId }}
      submit={
        <>
          <span aria-hidden>{t("remove")}</span>
          <span className="sr-only">{t("removeOf", { priority })}</span>
        </>
      }
      variant="quiet"
    />
  );
}

type RollBackProps = Of & { insteadOf: string; number: number };

/** Makes earlier rules active again, with the reason; folded away, so that opening it is the second thought. */
export function RollBackForm({ action, ruleSetId, insteadOf, number }: RollBackProps) {
  const t = useTranslations("desk.rules.decide");
  const form = useForm(action, { labels: { reason: t("reason") } });
  return (
    <Disclosure title={t("rollBackOf", { number })} open={form.isRefused} isQuiet>
      <Form form={form} hidden={{ ruleSetId, insteadOf }} submit={t("rollBack")}>
        <AreaField form={form} name="reason" limit={300} hint={t("rollBackHint")} rows={2} />
      </Form>
    </Disclosure>
  );
}
