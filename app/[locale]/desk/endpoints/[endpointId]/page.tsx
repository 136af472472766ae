import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeWebhookForm } from "#components/endpoints/change-webhook-form";
import { EndpointPage } from "#components/endpoints/endpoint-page";
import { PauseForm } from "#components/endpoints/pause-form";
import { RemoveEndpointForm } from "#components/endpoints/remove-endpoint-form";
import { ReplayForm } from "#components/endpoints/replay-form";
import { RotateWebhookForm } from "#components/endpoints/rotate-webhook-form";
import { TestWebhookForm } from "#components/endpoints/test-webhook-form";
import { countGivenUpFor, listSent } from "#lib/distribution/list-attempts";
import { listWishes } from "#lib/distribution/list-wishes";
import { loadWebhook } from "#lib/distribution/load-endpoint";
import { isOwnReceiver } from "#lib/distribution/receiver-url";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import * as actions from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("endpoints"))("manage") };
}

export default async function Page({ params }: { params: Promise<{ endpointId: string }> }) {
  const actor = await requireActor("endpoint.manage");
  const { endpoint } = await orPageError(loadWebhook(actor, (await params).endpointId));
  // What was sent there stays on record; there is nothing to be done with it any more.
  if (endpoint.disabledBecause === "removed") notFound();
  const { id } = endpoint;
  const [sent, givenUp, choices] = await Promise.all([listSent(id), countGivenUpFor(id), listWishes()]);
  const forms = {
    pause: (
      <PauseForm action={actions.pauseEndpointAction} endpointId={id} isPaused={endpoint.pausedAt !== null} />
    ),
    test: <TestWebhookForm action={actions.testWebhookAction} endpointId={id} />,
    replay: <ReplayForm action={actions.replayDeliveriesAction} endpointId={id} count={givenUp} />,
    change: <ChangeWebhookForm action={actions.changeWebhookAction} endpoint={endpoint} choices={choices} />,
    rotate: <RotateWebhookForm action={actions.rotateWebhookAction} endpointId={id} />,
  };
  return (
    <EndpointPage
      endpoint={endpoint}
      isOwn={isOwnReceiver(endpoint.url)}
      sent={sent}
      forms={forms}
      remove={<RemoveEndpointForm action={actions.removeEndpointAction} endpointId={id} />}
    />
  );
}
