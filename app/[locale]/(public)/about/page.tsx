import { About } from "#components/about/about";
import { config } from "#lib/platform/config";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("about", "/about");

export default function AboutPage() {
  return <About demo={config.DEMO_BANNER} />;
}
