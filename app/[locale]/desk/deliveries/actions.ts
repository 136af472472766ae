"use server";

import { refresh } from "next/cache";
import { receiveDelivery } from "#lib/distribution/receive-delivery";
import { receiveDeliverySchema } from "#lib/distribution/schema";
import { memberAction } from "#lib/web/next/action";

/** Confirms that a member has taken over a publication. */
export const receiveDeliveryAction = memberAction(
  "delivery.receive",
  receiveDeliverySchema,
  async (actor, input) => {
    const outcome = await receiveDelivery(actor, input);
    refresh();
    return outcome;
  },
);
