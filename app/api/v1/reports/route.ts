import { type FiledBody, readIdempotencyKey } from "#lib/intake/api-schema";
import { reportSchema } from "#lib/intake/schema";
import { submitReport } from "#lib/intake/submit-report";
import { config } from "#lib/platform/config";
import { privateJson, route } from "#lib/platform/http";
import { readJson } from "#lib/platform/http/body";
import { preferredLanguage } from "#lib/platform/http/language";
import { problem } from "#lib/platform/http/problem";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const idempotencyKey = readIdempotencyKey(request.headers);
    const report = await readJson(request, reportSchema);
    const arrival = { channel: "api", locale: preferredLanguage(request), idempotencyKey } as const;
    const outcome = await submitReport(report, arrival);
    if (!outcome.ok) {
      return problem(request, outcome.reason, {
        fields: [{ path: "Idempotency-Key", message: "keyReused" }],
      });
    }
    const { receipt, state } = outcome;
    const body: FiledBody = { receipt, trackUrl: `${config.SITE_URL}/track`, state, matches: [] };
    return privateJson(body, 201);
  },
});
