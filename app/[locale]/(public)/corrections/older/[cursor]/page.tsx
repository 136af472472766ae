import { Corrections } from "#components/publishing/corrections";
import { NotFoundPage } from "#components/site/problem-pages";
import { cursorSchema } from "#lib/platform/cursor";
import { listCorrections } from "#lib/publishing/queries";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("corrections", "/corrections");

type Props = { params: Promise<{ cursor: string }> };

export default async function OlderCorrectionsPage({ params }: Props) {
  const { cursor } = await params;
  if (!cursorSchema.safeParse(cursor).success) return <NotFoundPage />;
  return <Corrections page={await listCorrections(cursor)} cursor={cursor} />;
}
