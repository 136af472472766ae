import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import type { UploadKind } from "#lib/files/media";

type Props = { files: readonly { id: string; kind: UploadKind }[]; count: number };

/** The files of a report: small pictures, each leading to its page; for those who may not open them, how many there are. */
export function ReportFiles({ files, count }: Props) {
  const t = useTranslations("uploads.desk");
  if (count === 0) return null;
  if (files.length === 0) return <p className="mt-1 text-ink-soft text-sm">{t("count", { count })}</p>;
  return (
    <ul aria-label={t("files")} className="mt-2 flex flex-wrap gap-2">
      {files.map(({ id, kind }) => (
        <li key={id}>
          <Link
            href={`/desk/files/${id}`}
            aria-label={t("open", { kind: t(`kind.${kind}`) })}
            className="flex size-20 items-center justify-center overflow-hidden rounded-sm border border-line bg-sunken"
          >
            {kind === "image" ? (
              <img src={copyOf(id)} alt="" loading="lazy" className="size-full object-cover object-top" />
            ) : (
              <FileText aria-hidden className="size-8 text-ink-soft" />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Where the desk gets the copy of a picture. */
export const copyOf = (uploadId: string): string => `/desk/files/${uploadId}/copy`;
