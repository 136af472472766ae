"use server";

import { digestTokenSchema } from "#lib/distribution/endpoint-schema";
import { receiveDigest } from "#lib/distribution/receive-digest";
import { publicAction } from "#lib/web/next/action";

export const receiveDigestAction = publicAction(digestTokenSchema, ({ token }) => receiveDigest(token));
