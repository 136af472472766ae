"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "#components/access/field-words";
import { useActionForm } from "#components/access/use-action-form";
import { DateTime } from "#components/ui/date-time";
import { RadioGroup } from "#components/ui/radio-group";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { RotateKey } from "#lib/members/key-schema";
import { overlapNames } from "#lib/members/overlap";
import type { RotateKeyOutcome } from "#lib/members/rotate-key";
import { KeyRefusal } from "./key-refusal.tsx";
import { KeySecret } from "./key-secret.tsx";

type Props = {
  action: FormAction<RotateKeyOutcome>;
  keyId: string;
  hint: string;
  /** Whether the key can be rotated; the answer to its rotation is shown when it no longer can. */
  isLive: boolean;
  limit: number;
  siteUrl: string;
};

/** Gives the application a new key while the old one goes on for a while. */
export function RotateKeyForm({ action, keyId, hint, isLive, limit, siteUrl }: Props) {
  const t = useTranslations("keys");
  const words = useFieldWords();
  const { state, fields, formProps } = useActionForm<RotateKey, RotateKeyOutcome>("rotate", action, {
    overlap: "week",
  });
  const { outcome } = state;
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
    <form {...formProps} className="space-y-5">
      <div>
        <h2 className="text-xl">{t("rotateTitle")}</h2>
        <p className="text-ink-soft">{t("rotateLead")}</p>
      </div>
      <KeyRefusal refused={state.refused} outcome={outcome} limit={limit} />
      <input type="hidden" name="keyId" value={keyId} />
      <RadioGroup
        id={fields.overlap.id}
        name={fields.overlap.name}
        label={t("overlap")}
        options={overlapNames.map((value) => ({ value, label: t(`overlaps.${value}`) }))}
        defaultValue={fields.overlap.initialValue}
        error={words(fields.overlap.errors)}
        columns
      />
      <SubmitButton>{t("rotateSubmit")}</SubmitButton>
    </form>
  );
}
