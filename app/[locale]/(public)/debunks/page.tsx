import { Feed } from "#components/publishing/feed";
import { readDivisions, readNotices, readTopics } from "#lib/web/next/cached-reads";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateMetadata = () => pageMetadata("debunks", "/debunks");

export default async function DebunksPage() {
  const [page, divisions, topics] = await Promise.all([
    readNotices({ limit: 20 }),
    readDivisions(),
    readTopics(),
  ]);
  return <Feed filters={{}} page={page} divisions={divisions} topics={topics} />;
}
