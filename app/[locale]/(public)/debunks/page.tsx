import { Feed } from "#components/publishing/feed";
import { readDivisions, readNotices, readTopics } from "../cached-reads.ts";
import { pageMetadata } from "../page-metadata.ts";

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
