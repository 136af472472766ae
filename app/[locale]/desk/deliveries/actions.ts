"use server";

import { receiveDelivery } from "#lib/distribution/receive-delivery";
import { receiveDeliverySchema } from "#lib/distribution/schema";
import { deskAction } from "#lib/web/next/action";

/** Confirms that a member has taken over a publication. */
export const receiveDeliveryAction = deskAction("delivery.receive", receiveDeliverySchema, receiveDelivery);
