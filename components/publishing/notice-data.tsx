import { useLocale, useTranslations } from "next-intl";
import { localePath } from "#lib/i18n/paths";
import type { PublishedContent } from "#lib/publishing/content";
import { ClaimReview } from "./claim-review.tsx";

type Notice = {
  slug: string;
  publishedAt: string;
  updatedAt: string;
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
      url={`${site.url}${localePath(`/debunks/${notice.slug}`, locale)}`}
      siteName={site.name}
      siteUrl={site.url}
      verdictName={verdicts(content.verdict)}
      publishedAt={notice.publishedAt}
      updatedAt={notice.updatedAt}
      content={content}
    />
  );
}
