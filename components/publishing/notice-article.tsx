import { useLocale, useTranslations } from "next-intl";
import { ReadAloud } from "#components/site/read-aloud";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ShareButton } from "#components/ui/copy-button";
import { DateTime } from "#components/ui/date-time";
import { withQuery } from "#lib/i18n/paths";
import type { DebunkStatus, PublishedContent } from "#lib/publishing/content";
import { CorrectionBanner } from "./correction-banner.tsx";
import { NoticeAside, noticeGrid } from "./notice-aside.tsx";
import { NoticeBody } from "./notice-body.tsx";
import { NoticeHead } from "./notice-head.tsx";
import type { Version } from "./version-list.tsx";

export type NoticeView = {
  slug: string;
  claim: { id: string };
  status: DebunkStatus;
  publishedAt: Date | string;
  topic: { id: string; zh: string; en: string };
  current: Version & { content: PublishedContent };
  versions: readonly Version[];
};

type Props = {
  notice: NoticeView;
  /** How many members carry it. */
  adopters: number;
  /** What other sites show it with. */
  embed: string;
};

/** A notice: the answer first, then how it was found, then who stands for it. */
export function NoticeArticle({ notice, adopters, embed }: Props) {
  const t = useTranslations("public.notice");
  const nav = useTranslations("common.nav");
  const locale = useLocale();
  const { slug, current, topic, versions } = notice;
  const { content } = current;
  return (
    <article>
      <Breadcrumb
        items={[
          { href: "/debunks", label: nav("debunks") },
          { href: withQuery("/debunks", { topic: topic.id }), label: locale === "en" ? topic.en : topic.zh },
        ]}
      />
      {current.correctionKind ? (
        <div className="mt-4">
          <CorrectionBanner
            slug={slug}
            number={current.number}
            kind={current.correctionKind}
            note={current.correctionNote}
            at={current.publishedAt}
          />
        </div>
      ) : null}
      <header className="measure mt-6">
        <NoticeHead content={content} />
        <p className="mt-4 text-ink-soft text-sm" data-silent>
          <DateTime time={notice.publishedAt} />
        </p>
        {locale === "en" ? <p className="mt-2 text-ink-soft text-sm">{t("chineseOnly")}</p> : null}
        <div className="mt-5 flex flex-wrap items-start gap-3">
          <ReadAloud />
          <ShareButton />
        </div>
      </header>
      <div className={noticeGrid}>
        <NoticeBody content={content} />
        <NoticeAside
          slug={slug}
          content={content}
          versions={versions}
          shown={current.number}
          adopters={adopters}
          embed={embed}
          followId={notice.status === "retracted" ? null : notice.claim.id}
        />
      </div>
    </article>
  );
}
