import { receiptSchema } from "#lib/intake/schema";
import { AppError } from "#lib/platform/errors";
import { privateJson, route } from "#lib/platform/http";
import { readJson } from "#lib/platform/http/body";
import { preferredLanguage } from "#lib/platform/http/language";
import { limitNetwork } from "#lib/platform/http/limit-network";
import { toTracking } from "#lib/publishing/api-view";
import { trackReport } from "#lib/publishing/track-report";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    await limitNetwork(request, "lookup");
    const { receipt } = await readJson(request, receiptSchema);
    const report = await trackReport(receipt);
    if (!report) throw new AppError("NOT_FOUND");
    return privateJson(toTracking(report, preferredLanguage(request)));
  },
});
