"use client";

import { useTranslations } from "next-intl";
import { ChoiceField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { DateTime } from "#components/ui/date-time";
import { Part } from "#components/ui/part";
import { overlapNames } from "#lib/members/overlap";
import type { RotateKeyOutcome } from "#lib/members/rotate-key";
import type { FormAction } from "#lib/web/form";
import { KeySecret } from "./key-secret.tsx";

type Props = {
  action: FormAction<RotateKeyOutcome>;
  keyId: string;
  hint: string;
  /** Whether the key can be rotated; the answer to its rotation is shown when it no longer can. */
  isLive: boolean;
  siteUrl: string;
};

/** Gives the application a new key while the old one goes on for a while. */
export function RotateKeyForm({ action, keyId, hint, isLive, siteUrl }: Props) {
  const t = useTranslations("keys");
  const form = useForm(action, { labels: { overlap: t("overlap") } });
  const { outcome } = form.state;
  if (outcome?.ok) {
    return (
      <KeySecret secret={outcome.secret} siteUrl={siteUrl}>
        {outcome.isOver ? (
          t("rotatedNow", { hint })
        ) : (
          <>
            {t("rotatedText", { hint })} <DateTime time={outcome.until} />
          </>
        )}
      </KeySecret>
    );
  }
  if (!isLive && outcome === null) return null;
  return (
    <Part title={t("rotateTitle")} lead={t("rotateLead")} className="space-y-5">
      <Form form={form} hidden={{ keyId }} submit={t("rotateSubmit")} size="md">
        <ChoiceField
          form={form}
          name="overlap"
          initial="week"
          options={overlapNames.map((value) => ({ value, label: t(`overlaps.${value}`) }))}
          columns
        />
      </Form>
    </Part>
  );
}
