import type { Verdict } from "#lib/investigation/vocabulary";
import type { PublishedContent } from "#lib/publishing/content";

/** On schema.org's scale from 1, false, to 5, true; what cannot be placed on it has its word alone. */
const ratings: Record<Verdict, number | null> = {
  false: 1,
  fabricated: 1,
  misleading: 2,
  "old-news": 2,
  "partly-true": 3,
  unproven: null,
  true: 5,
};

type Props = {
  url: string;
  siteName: string;
  siteUrl: string;
  verdictName: string;
  publishedAt: string;
  updatedAt: string;
  content: PublishedContent;
};

/** The notice for search engines: schema.org ClaimReview. */
export function ClaimReview({ url, siteName, siteUrl, verdictName, publishedAt, updatedAt, content }: Props) {
  const ratingValue = ratings[content.verdict];
  const data = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url,
    name: content.title,
    description: content.summary,
    inLanguage: "zh-CN",
    datePublished: publishedAt,
    dateModified: updatedAt,
    claimReviewed: content.claimed,
    author: { "@type": "Organization", name: siteName, url: siteUrl },
    itemReviewed: { "@type": "Claim", text: content.claimed },
    reviewRating: {
      "@type": "Rating",
      alternateName: verdictName,
      ...(ratingValue !== null && { ratingValue, bestRating: 5, worstRating: 1 }),
    },
  };
  // "<" could end the element; as an escape it means the same to JSON.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return <script type="application/ld+json">{json}</script>;
}
