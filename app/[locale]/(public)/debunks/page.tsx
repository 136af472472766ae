import type { Metadata } from "next";
import { Feed } from "#components/publishing/feed";
import { InvalidFilter } from "#components/publishing/invalid-filter";
import { readFeedFilters } from "#lib/i18n/feed-filters";
import { searchParamsOf } from "#lib/i18n/paths";
import { listNotices } from "#lib/publishing/list-notices";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const filtersOf = async ({ searchParams }: Props) => readFeedFilters(searchParamsOf(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const filters = (await filtersOf(props)) ?? { q: "" };
  const isNarrowed = Object.keys(filters).length > 0;
  return { ...(await pageMetadata("debunks", "/debunks")), ...(isNarrowed && { robots: { index: false } }) };
}

export default async function DebunksPage(props: Props) {
  const filters = await filtersOf(props);
  const page = filters && (await listNotices(filters));
  if (!page) {
    return <InvalidFilter />;
  }
  const [divisions, topics] = await Promise.all([listDivisions(), listTopics()]);
  return <Feed filters={filters} page={page} divisions={divisions} topics={topics} />;
}
