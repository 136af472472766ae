"use server";

import { lookAgain } from "#lib/distribution/look-again";
import { namedAdoptionSchema, tellPageSchema } from "#lib/distribution/page-schema";
import { receiveDelivery } from "#lib/distribution/receive-delivery";
import { receiveDeliverySchema } from "#lib/distribution/schema";
import { tellPage } from "#lib/distribution/tell-page";
import { withdrawAdoption } from "#lib/distribution/withdraw-adoption";
import { deskAction } from "#lib/web/next/action";

/** Confirms that a member has taken over a publication. */
export const receiveDeliveryAction = deskAction("delivery.receive", receiveDeliverySchema, receiveDelivery);

/** Says on which page of the member's own a notice now stands. */
export const tellPageAction = deskAction("adoption.tell", tellPageSchema, tellPage);
export const lookAgainAction = deskAction("adoption.tell", namedAdoptionSchema, lookAgain);
export const withdrawAdoptionAction = deskAction("adoption.tell", namedAdoptionSchema, withdrawAdoption);
