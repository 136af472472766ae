import { useLocale, useMessages, useTranslations } from "next-intl";
import { Section } from "#components/desk/section";
import { DateTime } from "#components/ui/date-time";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { Page } from "#components/ui/page";
import type { FileView } from "#lib/files/file-queries";
import type { FormAction } from "#lib/web/form";
import { BlurForm } from "./blur-form.tsx";
import { BlurredCopies } from "./blurred-copies.tsx";
import { OriginalForm } from "./original-form.tsx";
import { ReadWords } from "./read-words.tsx";
import { copyOf } from "./report-files.tsx";

type Props = {
  file: FileView;
  /** For those who may make copies for public pages. */
  blurAction: FormAction | null;
  isReasonMissing: boolean;
  /** For how many days after the end of its claim an original is kept. */
  originalDays: number;
};

/** A file that came with a report, or is evidence: its clean copy, its words, what is known of it, and what may be done with it. */
export function FilePage({ file, blurAction, isReasonMissing, originalDays }: Props) {
  const t = useTranslations("uploads.desk");
  const { uploads } = useMessages();
  const isPicture = file.kind === "image";
  return (
    <Page
      title={t(file.evidenceId ? "titleEvidence" : "title")}
      above={[{ href: `/desk/claims/${file.claim.id}`, label: t("back", { number: file.claim.number }) }]}
      width="table"
    >
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {isPicture ? <Picture file={file} /> : <Notice live="off">{t("noCopy")}</Notice>}
          {isPicture ? <Words text={file.text} /> : null}
          {isPicture && blurAction ? (
            <Section title={t("blur.title")}>
              <BlurForm
                action={blurAction}
                uploadId={file.id}
                src={copyOf(file.id)}
                words={uploads.desk.blur}
                areaWords={uploads.cover.areas}
              />
            </Section>
          ) : null}
          {isPicture ? (
            <Section title={t("blur.copies")}>
              <BlurredCopies copies={file.copies} />
            </Section>
          ) : null}
        </div>
        <aside>
          <Facts file={file} />
          <Section title={t("original.title")}>
            {file.originalDroppedAt ? (
              <p className="text-ink-soft text-sm">
                {t.rich("original.dropped", {
                  day: () => <DateTime time={file.originalDroppedAt ?? ""} dateOnly />,
                  count: originalDays,
                })}
              </p>
            ) : (
              <OriginalForm file={file} isReasonMissing={isReasonMissing} />
            )}
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function Picture({ file: { id, width, height } }: { file: FileView }) {
  const t = useTranslations("uploads.desk");
  return (
    <img
      src={copyOf(id)}
      alt={t("copyAlt")}
      width={width ?? undefined}
      height={height ?? undefined}
      className="h-auto max-h-[75vh] w-auto max-w-full border border-line"
    />
  );
}

function Words({ text }: { text: FileView["text"] }) {
  const t = useTranslations("uploads");
  const seen = Object.keys(text?.seen ?? {}) as (keyof NonNullable<typeof text>["seen"])[];
  const kinds = seen.map((kind) => t(`field.kinds.${kind}`)).join(t("field.separator"));
  return (
    <Section title={t("desk.text")}>
      {kinds ? (
        <Notice tone="warning" live="off" className="mb-3">
          {t("desk.seen", { kinds })}
        </Notice>
      ) : null}
      {text?.text ? (
        <>
          {text.doubts.length > 0 ? <p className="text-ink-soft text-sm">{t("desk.doubts")}</p> : null}
          <p lang="zh-CN" className="measure whitespace-pre-line">
            <ReadWords text={text.text} doubts={text.doubts} />
          </p>
        </>
      ) : (
        <p className="text-ink-soft">
          {t(`desk.reading.${text ? (text.state === "read" ? "empty" : "failed") : "waiting"}`)}
        </p>
      )}
    </Section>
  );
}

function Facts({ file }: { file: FileView }) {
  const t = useTranslations("uploads.desk");
  const bytes = new Intl.NumberFormat(useLocale(), {
    style: "unit",
    unit: "kilobyte",
    maximumFractionDigits: 0,
  });
  const { kind, mediaType, width, height, sha256, createdAt } = file;
  return (
    <DefinitionList
      items={[
        { term: t("mediaType"), detail: `${t(`kind.${kind}`)} (${mediaType})` },
        { term: t("bytes"), detail: bytes.format(Math.ceil(file.bytes / 1000)) },
        { term: t("size"), detail: width && height ? t("sizeValue", { width, height }) : null },
        { term: t("received"), detail: <DateTime time={createdAt} /> },
        { term: t("sha256"), detail: <span className="break-all font-mono text-sm">{sha256}</span> },
      ]}
    />
  );
}
