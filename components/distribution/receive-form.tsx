"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { ReceiveOutcome } from "#lib/distribution/receive-delivery";
import type { ReceiveDelivery } from "#lib/distribution/schema";

type Props = { action: FormAction<ReceiveOutcome>; deliveryId: string; title: string };

/** A member confirms that it has taken over a publication. */
export function ReceiveForm({ action, deliveryId, title }: Props) {
  const t = useTranslations("editorial.deliveries");
  const { state, formProps } = useActionForm<ReceiveDelivery, ReceiveOutcome>(
    `receive-${deliveryId}`,
    action,
  );
  const { outcome } = state;
  return (
    <form {...formProps}>
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <RefusalNotice refused={state.refused} reason={outcome?.ok === false ? outcome.reason : null} />
      <SubmitButton variant="secondary" size="sm" aria-label={t("receiveOf", { title })}>
        {t("receive")}
      </SubmitButton>
    </form>
  );
}
