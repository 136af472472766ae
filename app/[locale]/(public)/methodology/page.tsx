import { Methodology } from "#components/methodology/methodology";
import { gateSettings } from "#lib/editorial/evidence-gate";
import { pageMetadata } from "../page-metadata.ts";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateMetadata = () => pageMetadata("methodology", "/methodology");

export default function MethodologyPage() {
  return <Methodology gate={gateSettings} />;
}
