import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "./link.tsx";

const look =
  "inline-flex min-h-11 items-center gap-2 rounded border border-line-strong bg-surface px-4 text-ink no-underline hover:border-ink hover:bg-sunken hover:text-ink";

/** Newer and older, for lists that go by time and have no page numbers. */
export function Pagination({ newer, older }: { newer?: string | undefined; older?: string | undefined }) {
  const t = useTranslations("common.pagination");
  if (!newer && !older) return null;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap justify-between gap-3" data-print="hide">
      {newer ? (
        <Link href={newer} rel="prev" className={look}>
          <ArrowLeft aria-hidden className="size-[1.1em]" />
          {t("newer")}
        </Link>
      ) : null}
      {older ? (
        <Link href={older} rel="next" className={`${look} ms-auto`}>
          {t("older")}
          <ArrowRight aria-hidden className="size-[1.1em]" />
        </Link>
      ) : null}
    </nav>
  );
}
