import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "./link.tsx";

type Crumb = { href: string; label: ReactNode };

/** The pages above this one; the page itself is named by its heading. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumb")} className="text-sm" data-print="hide">
      <ol className="flex flex-wrap items-center gap-x-1">
        {items.map(({ href, label }, at) => (
          <li key={href} className="flex items-center gap-1">
            {at > 0 ? <ChevronRight aria-hidden className="size-[1em] text-ink-soft" /> : null}
            <Link href={href} className="py-1 text-ink-soft hover:text-ink">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
