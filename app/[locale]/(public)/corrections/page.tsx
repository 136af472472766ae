import { Corrections } from "#components/publishing/corrections";
import { listCorrections } from "#lib/publishing/queries";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("corrections", "/corrections");

export default async function CorrectionsPage() {
  return <Corrections page={await listCorrections()} />;
}
