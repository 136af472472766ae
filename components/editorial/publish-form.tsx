"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { GateProblem } from "#lib/editorial/evidence-gate";
import type { PublishOutcome } from "#lib/publishing/publish-debunk";
import type { PublishDebunk } from "#lib/publishing/schema";
import { GateProblems } from "./gate-problems.tsx";

type Props = {
  action: FormAction<PublishOutcome>;
  draftId: string;
  version: number;
  gate: readonly GateProblem[];
  isCorrection: boolean;
};

/** The last step before the readers; the gate says whether it can be taken. */
export function PublishForm({ action, draftId, version, gate, isCorrection }: Props) {
  const t = useTranslations("editorial.publish");
  const { state, formProps } = useActionForm<PublishDebunk, PublishOutcome>("publish", action);
  const { outcome } = state;
  const problems = outcome?.ok === false && outcome.reason === "GATE_CLOSED" ? outcome.problems : gate;
  return (
    <form {...formProps} className="space-y-4">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="text-ink-soft">{t("lead")}</p>
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="version" value={version} />
      <RefusalNotice refused={state.refused} reason={outcome?.ok === false ? outcome.reason : null} />
      <GateProblems problems={problems} for="publish" />
      {problems.length === 0 ? (
        <SubmitButton>{t(isCorrection ? "submitCorrection" : "submit")}</SubmitButton>
      ) : null}
    </form>
  );
}
