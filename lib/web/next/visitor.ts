import { headers } from "next/headers";
import { type Door, limitNetwork } from "#lib/web/limit-network";
import { networkOf } from "#lib/web/network";

/** The network that the visitor of a page comes from. */
export const visitorNetwork = async (): Promise<string> => networkOf({ headers: await headers() });

/** Refuses an action to a network that has sent too many. @throws AppError RATE_LIMITED */
export const limitVisitor = async (door: Door): Promise<void> =>
  limitNetwork({ headers: await headers() }, door);
