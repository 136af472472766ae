import { useLocale, useTranslations } from "next-intl";
import { addressOn, noticeHref } from "#lib/i18n/addresses";
import type { PublishedContent } from "#lib/publishing/content";
import { ClaimReview } from "./claim-review.tsx";

type Notice = {
  slug: string;
  publishedAt: Date;
  updatedAt: Date;
  current: { content: PublishedContent };
};

/** The name and address of this installation. */
type Site = { name: string; url: string };

/** What machines read about a notice. */
export function NoticeData({ notice, site }: { notice: Notice; site: Site }) {
  const verdicts = useTranslations("labels.verdict");
  const locale = useLocale();
  const { content } = notice.current;
  return (
    <ClaimReview
      url={addressOn(site.url, noticeHref(notice.slug), locale)}
      siteName={site.name}
      siteUrl={site.url}
      verdictName={verdicts(content.verdict)}
      publishedAt={notice.publishedAt.toISOString()}
      updatedAt={notice.updatedAt.toISOString()}
      content={content}
    />
  );
}
