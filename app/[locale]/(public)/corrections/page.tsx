import { Corrections } from "#components/publishing/corrections";
import { readCorrections } from "#lib/web/next/cached-reads";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateMetadata = () => pageMetadata("corrections", "/corrections");

export default async function CorrectionsPage() {
  return <Corrections page={await readCorrections()} />;
}
