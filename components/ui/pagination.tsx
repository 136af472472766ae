import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "./link.tsx";

const look =
  "inline-flex min-h-11 items-center gap-2 rounded border border-line-strong bg-surface px-4 text-ink no-underline hover:border-ink hover:bg-sunken hover:text-ink";

type Props = {
  /** Where this page begins; the first has none. */
  cursor: string | undefined;
  /** Where the next page begins, when there is one. */
  next: string | null;
  /** The address of the same list from there on, or from its beginning. */
  hrefOf: (cursor?: string) => string;
  /** The list goes by something else than time. */
  isTimeless?: boolean;
};

/** Back to the newest and on to older ones, or to the first and on, for lists that have no page numbers. */
export function Pagination({ cursor, next, hrefOf, isTimeless }: Props) {
  const t = useTranslations("common.pagination");
  if (!cursor && !next) return null;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap justify-between gap-3" data-print="hide">
      {cursor ? (
        <Link href={hrefOf()} className={look}>
          <ArrowLeft aria-hidden className="size-[1.1em]" />
          {t(isTimeless ? "first" : "newest")}
        </Link>
      ) : null}
      {next ? (
        <Link href={hrefOf(next)} rel="next" className={`${look} ms-auto`}>
          {t(isTimeless ? "next" : "older")}
          <ArrowRight aria-hidden className="size-[1.1em]" />
        </Link>
      ) : null}
    </nav>
  );
}
