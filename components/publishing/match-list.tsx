"use client";

import type { ReactNode } from "react";
import { useLanguage } from "#components/ui/language";
import { Link } from "#components/ui/link";
import { formatDate } from "#lib/i18n/time";
import type { Verdict } from "#lib/investigation/vocabulary";
import type { Match } from "#lib/publishing/find-matches";
import { MarkedText } from "./marked-text.tsx";

/** The verdicts as the server drew them, for lists that are made in the browser. */
export type Badges = Record<Verdict, ReactNode>;

/** Notices that may answer what was pasted, best first. */
export function MatchList({ matches, badges }: { matches: readonly Match[]; badges: Badges }) {
  const { locale } = useLanguage();
  return (
    <ol className="divide-y divide-line border-line border-y">
      {matches.map(({ slug, verdict, title, titleEn, summary, publishedAt }) => (
        <li key={slug} className="space-y-1.5 py-4">
          {badges[verdict]}
          <h3 className="font-serif text-lg leading-snug">
            <Link href={`/debunks/${slug}`} className="text-ink hover:text-azurite">
              {locale === "en" && titleEn ? <MarkedText pieces={titleEn} /> : <MarkedText pieces={title} />}
            </Link>
          </h3>
          <p lang="zh-CN" className="text-ink-soft leading-relaxed">
            <MarkedText pieces={summary} />
          </p>
          <p className="text-ink-soft text-sm">{formatDate(new Date(publishedAt), locale)}</p>
        </li>
      ))}
    </ol>
  );
}
