import { useTranslations } from "next-intl";
import { PressForm, ReasonForm } from "#components/desk/decision-forms";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claimId: string; version: number };

/** Pauses the work for a reason that everybody at the desk sees. */
export function WaitForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.wait");
  return (
    <ReasonForm
      action={action}
      version={version}
      hidden={{ claimId }}
      title={t("title")}
      shortcut="w"
      name="decision"
      label={t("reason")}
      hint={t("hint")}
      submit={t("submit")}
    />
  );
}

/** The evidence has come; the work goes on. */
export function ResumeForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.wait");
  return (
    <div className="border-line border-t py-4">
      <PressForm action={action} version={version} hidden={{ claimId }} submit={t("resume")} shortcut="w" />
    </div>
  );
}
