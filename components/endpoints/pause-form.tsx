"use client";

import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import type { EndpointOutcome } from "#lib/distribution/change-webhook";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction<EndpointOutcome>; endpointId: string; isPaused: boolean };

/** Pauses a webhook, or lets it go on. */
export function PauseForm({ action, endpointId, isPaused }: Props) {
  const t = useTranslations("endpoints");
  return (
    <PressForm
      action={action}
      hidden={{ endpointId, to: isPaused ? "on" : "paused" }}
      submit={t(isPaused ? "resume" : "pause")}
    />
  );
}
