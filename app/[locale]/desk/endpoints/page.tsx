import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EndpointsPage } from "#components/endpoints/endpoints-page";
import { can, canEverywhere } from "#lib/access/can";
import { listEndpoints } from "#lib/distribution/list-endpoints";
import { isMailOn } from "#lib/platform/mail";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("endpoints"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ removed?: string }> }) {
  const actor = await requireActor("endpoint.list");
  const { removed } = await searchParams;
  return (
    <EndpointsPage
      members={await listEndpoints(actor)}
      isWholeNetwork={canEverywhere(actor, "endpoint.list")}
      hasMail={isMailOn()}
      mayManage={can(actor, "endpoint.manage")}
      wasRemoved={removed !== undefined}
    />
  );
}
