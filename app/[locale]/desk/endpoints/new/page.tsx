import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddWebhookForm } from "#components/endpoints/add-webhook-form";
import { NewEndpointPage } from "#components/endpoints/new-endpoint-page";
import { ENDPOINTS_PER_MEMBER } from "#lib/distribution/endpoint-room";
import { listWishes } from "#lib/distribution/list-wishes";
import { listChoicesFor } from "#lib/members/queries";
import { requireActor } from "#lib/web/next/session";
import { addWebhookAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("endpoints"))("create") };
}

export default async function Page() {
  const actor = await requireActor("endpoint.manage");
  const members = await listChoicesFor(actor, "endpoint.manage");
  const [first] = members;
  return (
    <NewEndpointPage kind="webhook" limit={ENDPOINTS_PER_MEMBER}>
      <AddWebhookForm
        action={addWebhookAction}
        members={members}
        memberId={first?.id ?? ""}
        choices={await listWishes()}
      />
    </NewEndpointPage>
  );
}
