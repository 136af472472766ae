import { readApiKey } from "#lib/access/api-key";
import { answersShown } from "#lib/answers/bounds";
import { findMatches } from "#lib/answers/find-matches";
import type { FiledBody } from "#lib/answers/match-schema";
import { absolute } from "#lib/i18n/absolute";
import { readIdempotencyKey, sentReportSchema } from "#lib/intake/api-schema";
import { receiveReport } from "#lib/intake/receive-report";
import { readJson } from "#lib/web/body";
import { preferredLanguage } from "#lib/web/language";
import { networkOf } from "#lib/web/network";
import { problem } from "#lib/web/problem";
import { privateJson, route } from "#lib/web/route";
import { uploadOwnerOf } from "#lib/web/sender";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const holder = await readApiKey(request, "intake");
    const key = readIdempotencyKey(request.headers);
    const { proof, ...report } = await readJson(request, sentReportSchema);
    const [locale, uploadOwner] = [preferredLanguage(request), uploadOwnerOf(request.headers)];
    const outcome = await receiveReport(report, {
      channel: holder ? "member" : "api",
      memberId: holder?.memberId,
      network: networkOf(request),
      locale,
      uploadOwner,
      key,
      proof,
    });
    if (!outcome.ok) {
      return problem(request, outcome.reason, {
        fields: [{ path: "Idempotency-Key", message: "keyReused" }],
      });
    }
    const { receipt, state } = outcome;
    const matches = await findMatches(
      { ...report, uploadOwner },
      {
        language: locale,
        limit: answersShown.usually,
        filing: key === undefined ? "without key" : "with key",
      },
    );
    const body: FiledBody = { receipt, trackUrl: absolute("/track"), state, matches: matches ?? [] };
    return privateJson(body, 201);
  },
});
