"use server";

import { getLocale } from "next-intl/server";
import { addDigest } from "#lib/distribution/add-digest";
import { addWebhook } from "#lib/distribution/add-webhook";
import { changeDigest } from "#lib/distribution/change-digest";
import { changeWebhook } from "#lib/distribution/change-webhook";
import {
  addDigestSchema,
  addWebhookSchema,
  changeDigestSchema,
  changeWebhookSchema,
  endpointSchema,
  pauseEndpointSchema,
  rotateWebhookSchema,
} from "#lib/distribution/endpoint-schema";
import { mailDigest } from "#lib/distribution/mail-digest";
import { pauseEndpoint } from "#lib/distribution/pause-endpoint";
import { removeEndpoint } from "#lib/distribution/remove-endpoint";
import { replayDeliveries } from "#lib/distribution/replay-deliveries";
import { rotateWebhook } from "#lib/distribution/rotate-webhook";
import { testWebhook } from "#lib/distribution/test-webhook";
import { deskAction, memberAction } from "#lib/web/next/action";
import { redirect } from "#lib/web/next/navigation";

/** Makes a webhook; its secret is in this answer and nowhere else, so the page is not drawn anew. */
export const addWebhookAction = memberAction("endpoint.manage", addWebhookSchema, addWebhook);

/** Makes a digest; what became of the letter that asks its address is in this answer. */
export const addDigestAction = memberAction("endpoint.manage", addDigestSchema, addDigest);

/** Gives a webhook a new secret, which is in this answer and nowhere else. */
export const rotateWebhookAction = memberAction("endpoint.manage", rotateWebhookSchema, rotateWebhook);

export const changeWebhookAction = deskAction("endpoint.manage", changeWebhookSchema, changeWebhook);
export const changeDigestAction = deskAction("endpoint.manage", changeDigestSchema, changeDigest);
export const mailDigestAction = memberAction("endpoint.manage", endpointSchema, mailDigest);
export const pauseEndpointAction = deskAction("endpoint.manage", pauseEndpointSchema, pauseEndpoint);
export const testWebhookAction = memberAction("endpoint.manage", endpointSchema, testWebhook);
export const replayDeliveriesAction = deskAction("endpoint.manage", endpointSchema, replayDeliveries);

/** Takes an endpoint away. */
export const removeEndpointAction = memberAction("endpoint.manage", endpointSchema, async (actor, input) => {
  const outcome = await removeEndpoint(actor, input);
  if (outcome.ok) redirect({ href: "/desk/endpoints?removed=1", locale: await getLocale() });
  return outcome;
});
