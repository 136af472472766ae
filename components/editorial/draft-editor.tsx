"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { useRows } from "#components/form/use-rows.ts";
import { useTypedNow } from "#components/form/use-typed-now.ts";
import { Notice } from "#components/ui/notice";
import { Part } from "#components/ui/part";
import { SubmitButton } from "#components/ui/submit-button";
import type { PreviewSources } from "#lib/desk/load-writing";
import type { GateProblem } from "#lib/editorial/evidence-gate";
import type { PrivateDetail } from "#lib/editorial/private-details";
import type { SaveOutcome } from "#lib/editorial/save-draft";
import type { DraftContent } from "#lib/editorial/status";
import type { SubmitDraftOutcome } from "#lib/editorial/submit-draft";
import { type FormAction, firstOf } from "#lib/web/form";
import { DetailsField } from "./details-field.tsx";
import { DraftConflict } from "./draft-conflict.tsx";
import { POINTS, readContent } from "./draft-fields.ts";
import { DraftForm } from "./draft-form.tsx";
import { DraftPreview } from "./draft-preview.tsx";
import { GateProblems } from "./gate-problems.tsx";
import { KeepText } from "./keep-text.tsx";

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
  /** What of the saved text may tell of a private person, and nobody has answered for. */
  details?: readonly PrivateDetail[];
  storageKey: string;
  /** What had just been done when this page was opened. */
  done?: "saved" | "unready" | undefined;
};

/** Where a notice is written: its parts, what is still missing, and how it will look. */
export function DraftEditor({
  action,
  claimId,
  draftId,
  baseVersion,
  content,
  sources,
  gate,
  details = [],
  storageKey,
  done,
}: Props) {
  const t = useTranslations("editorial.draft");
  const form = useForm(action, { id: "draft", labels: useLabels(), isKept: true });
  const { typed, outcome } = form.state;
  const start = typed ? readContent(typed) : content;
  const rows = useRows(form, POINTS, content.points.length);
  const now = useTypedNow(form.ref);
  const shown = useDeferredValue(now ? readContent(now) : start);
  const conflict =
    outcome?.ok === false && outcome.reason === "DRAFT_CHANGED" && "theirs" in outcome ? outcome : null;
  const saved = outcome?.ok ? outcome.version : null;
  const about = {
    claimId,
    draftId: conflict?.draftId ?? draftId,
    baseVersion: conflict?.version ?? baseVersion,
  };
  return (
    <div className="space-y-6">
      <KeepText
        form={form.ref}
        rows={rows}
        storageKey={storageKey}
        baseVersion={baseVersion}
        savedVersion={saved}
      />
      <Form
        form={form}
        hidden={about}
        size="md"
        done={saved === null ? undefined : t("saved", { version: saved })}
        {...(conflict && {
          answer: <DraftConflict {...conflict} mine={start} first={firstOf(form.state)} />,
        })}
      >
        {done && outcome === null ? (
          <Notice tone={done === "saved" ? "success" : "warning"}>
            {t(done === "saved" ? "savedNew" : "unready")}
          </Notice>
        ) : null}
        <DraftForm form={form} rows={rows} content={content} now={shown} sources={sources} />
        {gate ? <GateProblems problems={gate} details={details} for="review" /> : null}
        <DetailsField form={form} details={details} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="next" value="save">
            {t("save")}
          </SubmitButton>
          <SubmitButton name="next" value="submit" variant="secondary">
            {t("submit")}
          </SubmitButton>
          <p className="text-ink-soft text-sm">{t("keptHere")}</p>
        </div>
      </Form>
      <Part title={t("preview")} lead={t("previewHint")} className="space-y-2">
        <DraftPreview
          content={{ ...shown, points: shown.points.filter(({ text }) => text !== "") }}
          sources={sources}
        />
      </Part>
    </div>
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
    [POINTS]: t("points"),
    [`${POINTS}[].text`]: t("points"),
    [`${POINTS}[].evidenceIds`]: t("pointEvidence"),
  };
}
