import { useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import type { FileView } from "#lib/files/file-queries";
import { copyHref } from "#lib/i18n/addresses";

/** The copies of a picture that a public page may show. */
export function BlurredCopies({ copies }: { copies: FileView["copies"] }) {
  const t = useTranslations("uploads.desk.blur");
  if (copies.length === 0) return <p className="text-ink-soft">{t("empty")}</p>;
  return (
    <ul className="flex flex-wrap gap-4">
      {copies.map(({ id, areas, width, height, madeAt, madeBy }) => (
        <li key={id} className="w-60">
          <a href={copyHref(id)}>
            <img
              src={copyHref(id)}
              alt={t("alt")}
              width={width}
              height={height}
              loading="lazy"
              className="h-auto max-h-60 w-auto max-w-full border border-line"
            />
          </a>
          <p className="mt-1 text-ink-soft text-sm">
            {t("made", { name: madeBy })} <DateTime time={madeAt} /> · {t("count", { count: areas.length })}
          </p>
        </li>
      ))}
    </ul>
  );
}
