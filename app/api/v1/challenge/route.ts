import { challengeQuerySchema, makeChallenge } from "#lib/intake/proof";
import { limitNetwork } from "#lib/web/limit-network";
import { readQuery } from "#lib/web/query";
import { privateJson, route } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    await limitNetwork(request, "challenge");
    const { form } = readQuery(request, challengeQuerySchema);
    return privateJson(await makeChallenge(form));
  },
});
