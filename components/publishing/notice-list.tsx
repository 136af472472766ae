import { useLocale, useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { noticeHref } from "#lib/i18n/addresses";
import type { DebunkCard } from "#lib/publishing/cards";
import { LocalTitle } from "./local-title.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

type Card = Omit<DebunkCard, "publishedAt" | "updatedAt"> & { publishedAt: Date | string };

/** Notices one under the other, as a newspaper lists them: verdict, title, one sentence, date. */
export function NoticeList({ notices, heading }: { notices: readonly Card[]; heading: "h2" | "h3" }) {
  return (
    <ol className="divide-y divide-line border-line border-y sm:grid sm:grid-cols-[minmax(8.5rem,max-content)_1fr] sm:gap-x-6 elder:block">
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} heading={heading} />
      ))}
    </ol>
  );
}

function NoticeItem({ notice, heading: Heading }: { notice: Card; heading: "h2" | "h3" }) {
  const t = useTranslations("labels.debunkStatus");
  const locale = useLocale();
  return (
    <li className="grid gap-y-2 py-5 sm:col-span-2 sm:grid-cols-subgrid elder:grid-cols-1">
      <p className="sm:pt-0.5">
        <VerdictBadge verdict={notice.verdict} />
      </p>
      <article className="measure min-w-0">
        <Heading className="font-serif text-xl leading-snug">
          <Link href={noticeHref(notice.slug)} className="text-ink no-underline hover:underline">
            <LocalTitle {...notice} />
          </Link>
        </Heading>
        <p lang="zh-CN" className="mt-1.5 text-ink-soft leading-relaxed">
          {notice.summary}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-3 text-ink-soft text-sm" data-silent>
          <DateTime time={notice.publishedAt} dateOnly />
          <span>{locale === "en" ? notice.topic.en : notice.topic.zh}</span>
          {notice.status === "published" ? null : (
            <strong className="font-semibold text-ink">{t(notice.status)}</strong>
          )}
        </p>
      </article>
    </li>
  );
}
