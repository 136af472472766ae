import { readApiKey } from "#lib/access/api-key";
import { readIdempotencyKey, sentReportSchema } from "#lib/intake/api-schema";
import { submitReport } from "#lib/intake/submit-report";
import { readUploadOwner } from "#lib/intake/upload-owner";
import { weighArrival } from "#lib/intake/weigh-arrival";
import { config } from "#lib/platform/config";
import { AppError } from "#lib/platform/errors";
import { privateJson, route } from "#lib/platform/http";
import { readJson } from "#lib/platform/http/body";
import { preferredLanguage } from "#lib/platform/http/language";
import { networkOf } from "#lib/platform/http/network";
import { problem } from "#lib/platform/http/problem";
import { findNotices } from "#lib/publishing/find-notices";
import type { FiledBody } from "#lib/publishing/match-schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const holder = await readApiKey(request, "intake");
    const idempotencyKey = readIdempotencyKey(request.headers, holder?.memberId);
    const { proof, ...report } = await readJson(request, sentReportSchema);
    const door = {
      channel: holder ? "member" : "api",
      memberId: holder?.memberId,
    } as const;
    const weighed = await weighArrival({ ...door, network: networkOf(request), proof });
    if (!weighed.ok) {
      throw new AppError("RATE_LIMITED", [], { "Retry-After": String(weighed.retryAfterSeconds) });
    }
    const arrival = {
      ...door,
      suspicion: weighed.suspicion,
      locale: preferredLanguage(request),
      uploadOwner: readUploadOwner(request.headers),
      idempotencyKey,
    } as const;
    const [outcome, matches] = await Promise.all([
      submitReport(report, arrival),
      findNotices(report, { isHurried: idempotencyKey === undefined }),
    ]);
    if (!outcome.ok) {
      return problem(request, outcome.reason, {
        fields: [{ path: "Idempotency-Key", message: "keyReused" }],
      });
    }
    const { receipt, state } = outcome;
    const body: FiledBody = { receipt, trackUrl: `${config.SITE_URL}/track`, state, matches };
    return privateJson(body, 201);
  },
});
