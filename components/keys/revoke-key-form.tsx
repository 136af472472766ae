"use client";

import { useTranslations } from "next-intl";
import { useActionForm } from "#components/access/use-action-form";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { RevokeKey } from "#lib/members/key-schema";
import type { RevokeKeyOutcome } from "#lib/members/revoke-key";
import { KeyRefusal } from "./key-refusal.tsx";

type Props = { action: FormAction<RevokeKeyOutcome>; keyId: string; hint: string; limit: number };

/** Ends a key at once; folded away, so that opening it is the second thought. */
export function RevokeKeyForm({ action, keyId, hint, limit }: Props) {
  const t = useTranslations("keys");
  const { state, formProps } = useActionForm<RevokeKey, RevokeKeyOutcome>("revoke", action);
  const wasRefused = state.refused !== null || state.outcome !== null;
  return (
    <details open={wasRefused || undefined} className="border-line border-t pt-4">
      <summary className="min-h-11 py-2 font-semibold">{t("revokeTitle", { hint })}</summary>
      <form {...formProps} className="mt-3 space-y-4">
        <p>{t("revokeLead")}</p>
        <KeyRefusal refused={state.refused} outcome={state.outcome} limit={limit} />
        <input type="hidden" name="keyId" value={keyId} />
        <SubmitButton variant="danger">{t("revokeSubmit")}</SubmitButton>
      </form>
    </details>
  );
}
