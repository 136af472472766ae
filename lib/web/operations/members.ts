import { findMemberReport, listMemberReports } from "#lib/answers/list-member-reports";
import {
  memberReportListSchema,
  memberReportPathSchema,
  memberReportQuerySchema,
  memberReportSchema,
} from "#lib/answers/member-report-schema";
import { adoptionSchema, recordAdoptionSchema } from "#lib/distribution/adoption-schema";
import { pullDeliveries } from "#lib/distribution/pull-deliveries";
import { pulledSchema, pullQuerySchema } from "#lib/distribution/pull-schema";
import { recordAdoption } from "#lib/distribution/record-adoption";
import { type Operation, operation } from "../operation.ts";

/** A GET of what belongs to a member, for the key of its application. */
const own = { method: "GET", access: "key", scope: "intake", cache: "never" } as const;

/** A GET of what was published for a member. */
const pull = { method: "GET", access: "key", scope: "deliveries", cache: "never" } as const;

/** What the applications of members call. */
export const memberOperations: readonly Operation[] = [
  operation({
    ...own,
    path: "/api/v1/member/reports",
    id: "listOwnReports",
    summary: "What the member's own applications filed, newest first.",
    query: memberReportQuerySchema,
    answer: { status: 200, description: "Found.", schema: memberReportListSchema },
    run: ({ holder, query }) => listMemberReports(holder.memberId, query),
  }),
  operation({
    ...own,
    path: "/api/v1/member/reports/{id}",
    id: "getOwnReport",
    summary: "One report that the member's own applications filed.",
    params: memberReportPathSchema,
    answer: { status: 200, description: "Found.", schema: memberReportSchema },
    run: ({ holder, path: { id } }) => findMemberReport(holder.memberId, id),
  }),
  operation({
    ...pull,
    path: "/api/v1/member/deliveries",
    id: "pullDeliveries",
    summary: "What was published since the member's cursor, oldest first, corrections included.",
    query: pullQuerySchema,
    answer: { status: 200, description: "Found.", schema: pulledSchema },
    run: ({ holder, query }) => pullDeliveries(holder.memberId, query),
  }),
  operation({
    method: "POST",
    path: "/api/v1/member/adoptions",
    id: "recordAdoption",
    summary: "Tells where the member has republished a notice.",
    description:
      "The same address again tells what has changed: the version that stands there, and its reads.",
    access: "key",
    scope: "deliveries",
    body: recordAdoptionSchema,
    answer: {
      status: 201,
      description: "Recorded.",
      known: "It was known already, and is as told now.",
      schema: adoptionSchema,
    },
    cache: "never",
    run: async ({ holder, body }) => {
      const { isNew, adoption } = await recordAdoption(holder.memberId, body);
      return Response.json(adoption, { status: isNew ? 201 : 200 });
    },
  }),
];
