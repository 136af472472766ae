import { requireApiKey } from "#lib/access/api-key";
import { findMemberReport } from "#lib/answers/list-member-reports";
import { memberReportPathSchema } from "#lib/answers/member-report-schema";
import { AppError } from "#lib/platform/errors";
import { readQuery } from "#lib/web/query";
import { noParameters, privateJson, route } from "#lib/web/route";

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
