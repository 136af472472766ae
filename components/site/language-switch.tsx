"use client";

import { Languages } from "lucide-react";
import { usePathname } from "next/navigation";
import { useLanguage } from "#components/ui/language";
import { localePath, NOWHERE, pathWithoutLocale } from "#lib/i18n/paths";

/** The same page in the other language; public/reading.js brings the query along. */
export function LanguageSwitch({ label }: { label: string }) {
  const page = pathWithoutLocale(usePathname());
  const other = useLanguage().locale === "en" ? "zh-CN" : "en";
  return (
    <a
      href={localePath(page === NOWHERE ? "/" : page, other)}
      hrefLang={other}
      lang={other}
      data-keeps="query"
      className="flex min-h-11 items-center gap-1.5 text-ink text-sm"
    >
      <Languages aria-hidden className="size-[1.15em]" />
      {label}
    </a>
  );
}
