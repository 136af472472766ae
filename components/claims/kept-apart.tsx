"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { Notice } from "#components/ui/notice";
import type { Suspicion } from "#lib/intake/suspicion";

type Props = {
  claimId: string;
  version: number;
  suspicion: Suspicion;
  /** For those who may put it into the queue. */
  action: DeskAction | null;
};

/** Why the claim is not in the queue, and the way into it. */
export function KeptApart({ claimId, version, suspicion, action }: Props) {
  const t = useTranslations("guard.claim");
  const labels = useTranslations("labels.suspicion");
  const form = useDeskForm(action ?? refused, version);
  return (
    <Notice tone="warning" live="off" title={t("title", { suspicion: labels(suspicion) })}>
      <p className="mb-3 text-sm leading-relaxed">{t("detail")}</p>
      {action ? (
        <DeskForm form={form} hidden={{ claimId }} submit={t("release")} shortcut="p" variant="secondary" />
      ) : null}
    </Notice>
  );
}

const refused: DeskAction = async (previous) => previous;
