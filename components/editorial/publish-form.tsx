"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Part } from "#components/ui/part";
import type { GateProblem } from "#lib/editorial/evidence-gate";
import type { PrivateDetail } from "#lib/editorial/private-details";
import type { PublishOutcome } from "#lib/publishing/publish-debunk";
import type { FormAction } from "#lib/web/form";
import { DetailsField } from "./details-field.tsx";
import { GateProblems } from "./gate-problems.tsx";

type Props = {
  action: FormAction<PublishOutcome>;
  draftId: string;
  version: number;
  gate: readonly GateProblem[];
  details: readonly PrivateDetail[];
  isCorrection: boolean;
};

/** The last step before the readers; the gate says whether it can be taken. */
export function PublishForm({ action, draftId, version, gate, details, isCorrection }: Props) {
  const t = useTranslations("editorial.publish");
  const form = useForm(action);
  const { outcome } = form.state;
  const problems = outcome?.ok === false && outcome.reason === "GATE_CLOSED" ? outcome.problems : gate;
  const submit = problems.length > 0 ? undefined : t(isCorrection ? "submitCorrection" : "submit");
  return (
    <Part title={t("title")} lead={t("lead")} className="space-y-4">
      <Form form={form} hidden={{ draftId, version }} submit={submit} size="md">
        <GateProblems problems={problems} details={details} for="publish" />
        <DetailsField form={form} details={details} />
      </Form>
    </Part>
  );
}
