"use client";

import { FormProvider } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { FormProblems } from "#components/access/form-problems";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { PreviewSources } from "#lib/desk/load-writing";
import type { GateProblem } from "#lib/editorial/evidence-gate";
import type { SaveOutcome } from "#lib/editorial/save-draft";
import type { DraftContent } from "#lib/editorial/status";
import type { SubmitDraftOutcome } from "#lib/editorial/submit-draft";
import { DraftConflict } from "./draft-conflict.tsx";
import { type DraftFields, readContent } from "./draft-fields.ts";
import { DraftForm } from "./draft-form.tsx";
import { GateProblems } from "./gate-problems.tsx";
import { KeepText } from "./keep-text.tsx";
import { LivePreview } from "./live-preview.tsx";

export type SaveDraftOutcome = SaveOutcome | Extract<SubmitDraftOutcome, { ok: false }>;

type Props = {
  action: FormAction<SaveDraftOutcome>;
  claimId: string;
  /** Empty for a text that was not saved yet. */
  draftId: string;
  baseVersion: number;
  content: DraftContent;
  sources: PreviewSources;
  /** What is still missing from the saved text; null before there is one. */
  gate: readonly GateProblem[] | null;
  storageKey: string;
  /** What had just been done when this page was opened. */
  done?: "saved" | "unready" | undefined;
};

const formId = "draft";

/** Where a notice is written: its parts, what is still missing, and how it will look. */
export function DraftEditor({
  action,
  claimId,
  draftId,
  baseVersion,
  content,
  sources,
  gate,
  storageKey,
  done,
}: Props) {
  const t = useTranslations("editorial.draft");
  const { state, form, fields, formProps } = useActionForm<DraftFields, SaveDraftOutcome>(formId, action, {
    content,
  });
  const { outcome } = state;
  const conflict =
    outcome?.ok === false && outcome.reason === "DRAFT_CHANGED" && "theirs" in outcome ? outcome : null;
  const saved = outcome?.ok ? outcome.version : null;
  const labels = useLabels();
  return (
    <FormProvider context={form.context}>
      <div className="space-y-6">
        <KeepText formId={form.id} storageKey={storageKey} baseVersion={baseVersion} savedVersion={saved} />
        <form {...formProps} className="space-y-7">
          <input type="hidden" name="claimId" value={claimId} />
          <input type="hidden" name="draftId" value={conflict?.draftId ?? draftId} />
          <input type="hidden" name="baseVersion" value={conflict?.version ?? baseVersion} />
          <FormProblems form={form} labels={labels} />
          {done && outcome === null ? (
            <Notice tone={done === "saved" ? "success" : "warning"}>
              {t(done === "saved" ? "savedNew" : "unready")}
            </Notice>
          ) : null}
          {saved === null ? null : <Notice tone="success">{t("saved", { version: saved })}</Notice>}
          {conflict ? (
            <DraftConflict {...conflict} mine={readContent(state.result?.initialValue)} />
          ) : (
            <RefusalNotice refused={state.refused} reason={outcome?.ok === false ? outcome.reason : null} />
          )}
          <DraftForm form={form} content={fields.content} sources={sources} />
          {gate ? <GateProblems problems={gate} for="review" /> : null}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton name="next" value="save">
              {t("save")}
            </SubmitButton>
            <SubmitButton name="next" value="submit" variant="secondary">
              {t("submit")}
            </SubmitButton>
            <p className="text-ink-soft text-sm">{t("keptHere")}</p>
          </div>
        </form>
        <section aria-labelledby="draft-preview" className="space-y-2">
          <h2 id="draft-preview" className="text-xl">
            {t("preview")}
          </h2>
          <p className="text-ink-soft text-sm">{t("previewHint")}</p>
          <LivePreview formId={form.id} sources={sources} />
        </section>
      </div>
    </FormProvider>
  );
}

function useLabels(): Record<string, string> {
  const t = useTranslations("editorial.draft");
  const names = [
    "title",
    "titleEn",
    "verdict",
    "summary",
    "claimed",
    "advice",
    "howWeKnow",
    "organisation",
  ] as const;
  return {
    ...Object.fromEntries(names.map((name) => [`content.${name}`, t(name)])),
    "content.points": t("points"),
    "content.points[].text": t("points"),
    "content.points[].evidenceIds": t("pointEvidence"),
  };
}
