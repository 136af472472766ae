import { Corrections } from "#components/publishing/corrections";
import { NothingHere } from "#components/site/nothing-here";
import { cursorSchema } from "#lib/platform/cursor";
import { readCorrections } from "#lib/web/next/cached-reads";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];
export const generateMetadata = () => pageMetadata("corrections", "/corrections");

type Props = { params: Promise<{ cursor: string }> };

export default async function OlderCorrectionsPage({ params }: Props) {
  const { cursor } = await params;
  if (!cursorSchema.safeParse(cursor).success) return <NothingHere />;
  return <Corrections page={await readCorrections(cursor)} cursor={cursor} />;
}
