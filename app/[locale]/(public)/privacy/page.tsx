import { Privacy } from "#components/privacy/privacy";
import { retention } from "#lib/retention";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("privacy", "/privacy");

export default function PrivacyPage() {
  return <Privacy kept={retention} />;
}
