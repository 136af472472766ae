import type { Metadata } from "next";
import { Feed } from "#components/publishing/feed";
import { InvalidFilter } from "#components/publishing/invalid-filter";
import { NothingHere } from "#components/site/nothing-here";
import { readFeedSegment } from "#lib/i18n/feed-filters";
import { debunkFilterSchema } from "#lib/publishing/schema";
import { findUnknown } from "#lib/reference/find-unknown";
import { readDivisions, readNotices, readTopics } from "#lib/web/next/cached-reads";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ filter: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { ...(await pageMetadata("debunks", "/debunks")), robots: { index: false } };
}

export default async function FilteredDebunksPage({ params }: Props) {
  const filters = readFeedSegment((await params).filter);
  const parsed = debunkFilterSchema.safeParse(filters).data;
  if (!filters || !parsed) return noSuchList;
  // What a search finds is ranked and has no next page.
  if ((parsed.q && parsed.cursor) || (await findUnknown(parsed)).length > 0) return noSuchList;
  const [page, divisions, topics] = await Promise.all([readNotices(parsed), readDivisions(), readTopics()]);
  return <Feed filters={filters} page={page} divisions={divisions} topics={topics} />;
}

const noSuchList = (
  <NothingHere>
    <InvalidFilter />
  </NothingHere>
);
