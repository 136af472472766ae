import { type ClaimStatus, isPublished } from "#lib/claims/status";
import { absolute } from "#lib/i18n/absolute";
import { noticeHref } from "#lib/i18n/addresses";
import { readPage } from "#lib/platform/cursor";
import { db, type Prisma } from "#lib/platform/db";
import type { MemberReportBody, MemberReportListBody, MemberReportQuery } from "./member-report-schema.ts";

const debunkSelect = { select: { slug: true, title: true, verdict: true } } as const;
const claimSelect = { status: true, debunk: debunkSelect, answeredBy: debunkSelect } as const;
const select = {
  id: true,
  submittedAt: true,
  text: true,
  urls: true,
  claim: { select: { claim: { select: { shared: { select: claimSelect } } } } },
} as const;

type Row = Prisma.ReportGetPayload<{ select: typeof select }>;

/** What a member's own applications filed, newest first, each with where its claim stands and the answer. */
export async function listMemberReports(
  memberId: string,
  query: MemberReportQuery,
): Promise<MemberReportListBody> {
  const { items, nextCursor } = await readPage("submittedAt", query, ({ behind, ...page }) =>
    db.report.findMany({ where: { memberId, ...behind }, select, ...page }),
  );
  return { items: items.map(toBody), nextCursor };
}

/** One of a member's own reports; null for what is not theirs, as for what never existed. */
export async function findMemberReport(memberId: string, id: string): Promise<MemberReportBody | null> {
  const row = await db.report.findFirst({ where: { id, memberId }, select });
  return row && toBody(row);
}

function toBody({ id, submittedAt, text, urls, claim }: Row): MemberReportBody {
  const shared = claim?.claim.shared;
  const state: ClaimStatus = shared?.status ?? "received";
  const debunk = isPublished(state) ? shared?.debunk : shared?.answeredBy;
  return {
    id,
    submittedAt: submittedAt.toISOString(),
    state,
    text,
    urls,
    ...(debunk && { debunk: { ...debunk, url: absolute(noticeHref(debunk.slug)) } }),
  };
}
