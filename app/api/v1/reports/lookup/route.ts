import { trackReport } from "#lib/answers/track-report";
import { toTracking } from "#lib/answers/tracking-view";
import { receiptSchema } from "#lib/intake/schema";
import { AppError } from "#lib/platform/errors";
import { readJson } from "#lib/web/body";
import { preferredLanguage } from "#lib/web/language";
import { limitNetwork } from "#lib/web/limit-network";
import { privateJson, route } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    await limitNetwork(request, "lookup");
    const { receipt } = await readJson(request, receiptSchema);
    const report = await trackReport(receipt);
    if (!report) throw new AppError("NOT_FOUND");
    return privateJson(toTracking(report, preferredLanguage(request)));
  },
});
