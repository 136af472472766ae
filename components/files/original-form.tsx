import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import type { FileView } from "#lib/files/file-queries";
import { localePath } from "#lib/i18n/paths";

type Props = { file: Pick<FileView, "id" | "evidenceId">; isReasonMissing: boolean };

/** Asks why the original is needed, and saves it; a plain form, for its answer is a file. */
export function OriginalForm({ file, isReasonMissing }: Props) {
  const t = useTranslations("uploads.desk.original");
  const action = localePath(`/desk/files/${file.id}/original`, useLocale());
  return (
    <form method="post" action={action} className="space-y-3">
      <p className="text-ink-soft text-sm">{t(file.evidenceId ? "hintEvidence" : "hint")}</p>
      <Field id="original-reason" label={t("reason")} error={isReasonMissing ? t("failed") : undefined}>
        {(control) => <Input {...control} name="reason" maxLength={500} required />}
      </Field>
      <Button type="submit" variant="secondary" size="sm">
        {t("submit")}
      </Button>
    </form>
  );
}
