import { requireApiKey } from "#lib/access/api-key";
import { AppError } from "#lib/platform/errors";
import { noParameters, privateJson, route } from "#lib/platform/http";
import { readQuery } from "#lib/platform/http/query";
import { findMemberReport } from "#lib/publishing/list-member-reports";
import { memberReportPathSchema } from "#lib/publishing/member-report-schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, params) => {
    const { memberId } = await requireApiKey(request, "intake");
    readQuery(request, noParameters);
    const path = memberReportPathSchema.safeParse(params);
    const report = path.success ? await findMemberReport(memberId, path.data.id) : null;
    if (!report) throw new AppError("NOT_FOUND");
    return privateJson(report);
  },
});
