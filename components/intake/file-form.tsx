import { useTranslations } from "next-intl";
import { ErrorSummary } from "#components/form/error-summary";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { FileInput } from "#components/ui/file-input";
import { Link } from "#components/ui/link";

type Props = { action: string; problem: string | undefined };

/** One file at a time, for browsers without scripts. */
export function FileForm({ action, problem }: Props) {
  const t = useTranslations("uploads.page");
  const errors = useTranslations("errors");
  const known = `field.${problem}` as "field.unreadable";
  const error = problem ? (errors.has(known) ? errors(known) : errors("BAD_REQUEST.detail")) : undefined;
  return (
    <form action={action} method="post" encType="multipart/form-data" className="measure space-y-5">
      <ErrorSummary problems={error ? [{ fieldId: "report-file", message: error }] : []} />
      <Field id="report-file" label={t("label")} hint={t("hint")} error={error} large>
        {(control) => <FileInput {...control} name="file" required />}
      </Field>
      <p className="text-ink-soft text-sm">{t("reminder")}</p>
      <div className="flex flex-wrap items-center gap-5">
        <Button type="submit" size="lg">
          {t("send")}
        </Button>
        <Link href="/report">{t("back")}</Link>
      </div>
    </form>
  );
}
