import { useTranslations } from "next-intl";
import { ReadAloud } from "#components/site/read-aloud";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { noticeHref } from "#lib/i18n/addresses";
import type { PublishedContent } from "#lib/publishing/content";
import { CorrectionBanner } from "./correction-banner.tsx";
import { LocalTitle } from "./local-title.tsx";
import type { NoticeView } from "./notice-article.tsx";
import { NoticeAside, noticeGrid } from "./notice-aside.tsx";
import { NoticeBody, Section } from "./notice-body.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";
import { VersionDiff } from "./version-diff.tsx";

type Full = NoticeView["versions"][number] & { content: PublishedContent };
type Props = { notice: NoticeView; version: Full; previous: Full | undefined };

/** One version as it was published, and what it changed. */
export function VersionArticle({ notice, version, previous }: Props) {
  const t = useTranslations("public.notice");
  const nav = useTranslations("common.nav");
  const { content } = version;
  const isCurrent = version.number === notice.current.number;
  return (
    <article>
      <Breadcrumb
        items={[
          { href: "/debunks", label: nav("debunks") },
          { href: noticeHref(notice.slug), label: <LocalTitle {...notice.current.content} /> },
        ]}
      />
      <header className="measure mt-4 space-y-4">
        <p className="text-ink-soft" data-silent>
          {t("version", { number: version.number })} · <DateTime time={version.publishedAt} />
        </p>
        <h1 className="font-serif text-3xl">
          <LocalTitle {...content} />
        </h1>
        {isCurrent ? null : (
          <Notice tone="warning" title={t("oldVersion")}>
            <Link href={noticeHref(notice.slug)}>{t("toCurrent")}</Link>
          </Notice>
        )}
        {version.correctionKind ? (
          <CorrectionBanner
            slug={notice.slug}
            number={version.number}
            kind={version.correctionKind}
            note={version.correctionNote}
            at={version.publishedAt}
            plain
          />
        ) : null}
        <ReadAloud />
      </header>
      <div className="mt-10 space-y-10">
        {previous ? (
          <Section id="changes" title={t("changes", { number: previous.number })}>
            <VersionDiff before={previous.content} after={content} />
          </Section>
        ) : null}
        <Section id="text" title={t("fullText")}>
          <VerdictBadge verdict={content.verdict} size="lg" />
          <p lang="zh-CN" className="mt-4 font-medium text-xl leading-relaxed">
            {content.summary}
          </p>
        </Section>
      </div>
      <div className={noticeGrid}>
        <NoticeBody content={content} />
        <NoticeAside slug={notice.slug} content={content} versions={notice.versions} shown={version.number} />
      </div>
    </article>
  );
}
