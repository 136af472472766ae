"use server";

import { confirmDigest } from "#lib/distribution/confirm-digest";
import { digestTokenSchema } from "#lib/distribution/endpoint-schema";
import { publicAction } from "#lib/web/next/action";

export const confirmDigestAction = publicAction(digestTokenSchema, ({ token }) => confirmDigest(token));
