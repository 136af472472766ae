import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeDigestForm } from "#components/endpoints/change-digest-form";
import { ChangeWebhookForm } from "#components/endpoints/change-webhook-form";
import { EndpointPage } from "#components/endpoints/endpoint-page";
import { PauseForm } from "#components/endpoints/pause-form";
import { RemoveEndpointForm } from "#components/endpoints/remove-endpoint-form";
import { ReplayForm } from "#components/endpoints/replay-form";
import { RotateWebhookForm } from "#components/endpoints/rotate-webhook-form";
import { MailDigestForm, TestWebhookForm } from "#components/endpoints/test-endpoint-form";
import { countGivenUpFor, listLetters, listSent } from "#lib/distribution/list-attempts";
import { listWishes } from "#lib/distribution/list-wishes";
import { asDigest, asWebhook, loadEndpoint } from "#lib/distribution/load-endpoint";
import { isOwnReceiver } from "#lib/distribution/receiver-url";
import { absolute } from "#lib/i18n/absolute";
import { feedOfHref } from "#lib/i18n/addresses";
import { orPageError } from "#lib/web/next/page-error";
import { requireActor } from "#lib/web/next/session";
import * as actions from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("endpoints"))("manage") };
}

export default async function Page({ params }: { params: Promise<{ endpointId: string }> }) {
  const actor = await requireActor("endpoint.manage");
  const { endpoint } = await orPageError(loadEndpoint(actor, (await params).endpointId));
  const [webhook, digest] = [asWebhook(endpoint), asDigest(endpoint)];
  // What was sent there stays on record; there is nothing to be done with it any more.
  if (endpoint.disabledBecause === "removed") notFound();
  const { id } = endpoint;
  const isMail = endpoint.kind === "email";
  const list = isMail ? listLetters : listSent;
  const [sent, givenUp, choices] = await Promise.all([list(id), countGivenUpFor(id), listWishes()]);
  const about = { endpointId: id, isMail };
  const shared = {
    pause: (
      <PauseForm action={actions.pauseEndpointAction} endpointId={id} isPaused={endpoint.pausedAt !== null} />
    ),
    replay: <ReplayForm action={actions.replayDeliveriesAction} count={givenUp} {...about} />,
  };
  const own = webhook
    ? {
        test: <TestWebhookForm action={actions.testWebhookAction} endpointId={id} />,
        change: (
          <ChangeWebhookForm action={actions.changeWebhookAction} endpoint={webhook} choices={choices} />
        ),
        rotate: <RotateWebhookForm action={actions.rotateWebhookAction} endpointId={id} />,
      }
    : {
        test: (
          <MailDigestForm
            action={actions.mailDigestAction}
            endpointId={id}
            isConfirmed={endpoint.confirmedAt !== null}
          />
        ),
        change: digest && (
          <ChangeDigestForm action={actions.changeDigestAction} endpoint={digest} choices={choices} />
        ),
      };
  return (
    <EndpointPage
      endpoint={endpoint}
      feedUrl={absolute(feedOfHref("rss", endpoint))}
      isOwn={webhook !== null && isOwnReceiver(webhook.url)}
      sent={sent}
      forms={{ ...shared, ...own }}
      remove={<RemoveEndpointForm action={actions.removeEndpointAction} {...about} />}
    />
  );
}
