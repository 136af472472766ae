import { readApiKey } from "#lib/access/api-key";
import { findNotices } from "#lib/answers/find-notices";
import type { FiledBody } from "#lib/answers/match-schema";
import { readUploadOwner } from "#lib/files/upload-owner";
import { readIdempotencyKey, sentReportSchema } from "#lib/intake/api-schema";
import { submitReport } from "#lib/intake/submit-report";
import { weighArrival } from "#lib/intake/weigh-arrival";
import { config } from "#lib/platform/config";
import { AppError } from "#lib/platform/errors";
import { readJson } from "#lib/web/body";
import { preferredLanguage } from "#lib/web/language";
import { networkOf } from "#lib/web/network";
import { problem } from "#lib/web/problem";
import { privateJson, route } from "#lib/web/route";

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
