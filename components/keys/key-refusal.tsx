"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "#components/access/refusal-notice";
import { Notice } from "#components/ui/notice";
import type { ActionState } from "#lib/access/action-state";

type Reason = "TOO_MANY_KEYS" | "KEY_ENDED";

type Props = {
  refused: ActionState["refused"];
  outcome: { ok: true } | { ok: false; reason: Reason } | null;
  limit: number;
};

/** Why nothing was done with a key, and what to do. */
export function KeyRefusal({ refused, outcome, limit }: Props) {
  const t = useTranslations("keys.reason");
  if (outcome?.ok !== false) return <RefusalNotice refused={refused} />;
  return (
    <Notice tone="warning" live="alert">
      {outcome.reason === "TOO_MANY_KEYS" ? t("TOO_MANY_KEYS", { limit }) : t("KEY_ENDED")}
    </Notice>
  );
}
