import { requireApiKey } from "#lib/access/api-key";
import { listMemberReports } from "#lib/answers/list-member-reports";
import { memberReportQuerySchema } from "#lib/answers/member-report-schema";
import { readQuery } from "#lib/web/query";
import { privateJson, route } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const { memberId } = await requireApiKey(request, "intake");
    return privateJson(await listMemberReports(memberId, readQuery(request, memberReportQuerySchema)));
  },
});
