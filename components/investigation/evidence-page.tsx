import { useLocale, useTranslations } from "next-intl";
import { ReportFiles } from "#components/files/report-files";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { FileInput } from "#components/ui/file-input";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import { Part } from "#components/ui/part";
import type { EvidencePageData } from "#lib/desk/load-evidence-page";
import { evidenceHref } from "#lib/i18n/addresses";
import { localePath } from "#lib/i18n/paths";
import { EvidencePiece } from "./evidence-list.tsx";

type Props = { data: EvidencePageData; problem: string | undefined; isDone: boolean };

/** A piece of evidence with its photos, recordings and documents, and the form that adds one. */
export function EvidencePage({ data: { evidence, mayAdd, mayOpen }, problem, isDone }: Props) {
  const t = useTranslations("desk.evidence");
  const { claim, files } = evidence;
  const back = { href: `/desk/claims/${claim.id}#evidence-${evidence.id}`, label: t("back", claim) };
  return (
    <Page title={t("pageTitle")} above={[back]} width="text">
      <div className="space-y-1">
        <EvidencePiece piece={evidence} />
      </div>
      <Part title={t("files")} className="space-y-3">
        {isDone ? <Notice tone="success">{t("fileAdded")}</Notice> : null}
        {files.length === 0 ? <p className="text-ink-soft">{t("noFiles")}</p> : null}
        <ReportFiles files={mayOpen ? files.map(({ upload }) => upload) : []} count={files.length} />
      </Part>
      {mayAdd ? <AddFile evidenceId={evidence.id} problem={problem} /> : null}
    </Page>
  );
}

type AddProps = { evidenceId: string; problem: string | undefined };

/** A plain form: a film is sent by the browser itself, with or without scripts. */
function AddFile({ evidenceId, problem }: AddProps) {
  const t = useTranslations("desk.evidence");
  const words = useTranslations("errors.field");
  const action = localePath(`${evidenceHref(evidenceId)}/file`, useLocale());
  const error =
    problem &&
    (t.has(`fileProblem.${problem as "closed"}`)
      ? t(`fileProblem.${problem as "closed"}`)
      : words.has(problem as "unreadable")
        ? words(problem as "unreadable")
        : t("fileProblem.other"));
  return (
    <Part title={t("addFile")} className="space-y-3">
      <form method="post" encType="multipart/form-data" action={action} className="space-y-3">
        <Field id="file" label={t("file")} hint={t("fileHint")} error={error || undefined}>
          {(control) => (
            <FileInput
              {...control}
              name="file"
              required
              accept="image/*,application/pdf,video/mp4,audio/mpeg,audio/mp4"
            />
          )}
        </Field>
        <Button type="submit" size="sm">
          {t("sendFile")}
        </Button>
      </form>
    </Part>
  );
}
