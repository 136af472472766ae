import { requireApiKey } from "#lib/access/api-key";
import { privateJson, route } from "#lib/platform/http";
import { readQuery } from "#lib/platform/http/query";
import { listMemberReports } from "#lib/publishing/list-member-reports";
import { memberReportQuerySchema } from "#lib/publishing/member-report-schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const { memberId } = await requireApiKey(request, "intake");
    return privateJson(await listMemberReports(memberId, readQuery(request, memberReportQuerySchema)));
  },
});
