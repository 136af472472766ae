import { Methodology } from "#components/methodology/methodology";
import { calendarEnd } from "#lib/clocks/queries";
import { gateSettings } from "#lib/editorial/evidence-gate";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("methodology", "/methodology");

export default async function MethodologyPage() {
  return <Methodology gate={gateSettings} calendarEnd={await calendarEnd()} />;
}
