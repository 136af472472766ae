"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "#components/access/refusal-notice";
import { Notice } from "#components/ui/notice";
import type { ActionState } from "#lib/access/action-state";
import type { DeskOutcome } from "./use-desk-form.tsx";

type Props = { state: ActionState<DeskOutcome>; hasNews: boolean; done?: string | undefined };

/** What became of a form that was sent: what happened, what was kept, what to do. */
export function FormMessage({ state: { result, outcome, refused }, hasNews, done }: Props) {
  const t = useTranslations();
  if (outcome?.ok === false) {
    return (
      <Notice tone="warning" live="alert" title={t(`desk.reasons.${outcome.reason}.title`)}>
        {t(`desk.reasons.${outcome.reason}.detail`)}
      </Notice>
    );
  }
  if (refused && refused !== "VALIDATION" && refused !== "INTERNAL")
    return <RefusalNotice refused={refused} />;
  if (result?.error) {
    return (
      <Notice tone="warning" live="alert" title={t("errors.VALIDATION.title")}>
        {t("errors.VALIDATION.detail")}
      </Notice>
    );
  }
  if (hasNews)
    return (
      <Notice tone="warning" live="status" title={t("desk.kept.title")}>
        {t("desk.kept.news")}
      </Notice>
    );
  if (outcome?.ok && done) return <Notice tone="success">{done}</Notice>;
  return null;
}
