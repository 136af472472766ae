import { challengeQuerySchema, makeChallenge } from "#lib/intake/proof";
import { privateJson, route } from "#lib/platform/http";
import { limitNetwork } from "#lib/platform/http/limit-network";
import { readQuery } from "#lib/platform/http/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    await limitNetwork(request, "challenge");
    const { form } = readQuery(request, challengeQuerySchema);
    return privateJson(await makeChallenge(form));
  },
});
