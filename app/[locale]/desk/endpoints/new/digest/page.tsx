import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddDigestForm } from "#components/endpoints/add-digest-form";
import { NewEndpointPage } from "#components/endpoints/new-endpoint-page";
import { ENDPOINTS_PER_MEMBER } from "#lib/distribution/endpoint-room";
import { listWishes } from "#lib/distribution/list-wishes";
import { listChoicesFor } from "#lib/members/queries";
import { isMailOn } from "#lib/platform/mail";
import { requireActor } from "#lib/web/next/session";
import { addDigestAction } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("endpoints.digest"))("create") };
}

export default async function Page() {
  const actor = await requireActor("endpoint.manage");
  if (!isMailOn()) notFound();
  const members = await listChoicesFor(actor, "endpoint.manage");
  const [first] = members;
  return (
    <NewEndpointPage kind="email" limit={ENDPOINTS_PER_MEMBER}>
      <AddDigestForm
        action={addDigestAction}
        members={members}
        memberId={first?.id ?? ""}
        choices={await listWishes()}
      />
    </NewEndpointPage>
  );
}
