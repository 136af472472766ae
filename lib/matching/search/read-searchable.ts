import { db, Prisma } from "#lib/platform/db";
import { divisionPath, listDivisions } from "#lib/reference/divisions";
import type { Searchable } from "./search-index.ts";

type Row = { id: string; claimId: string; titles: string[]; codes: string[]; body: string };

/** Some claims, or those before one of them, newest first. */
export type Which = { claimIds: readonly string[] } | { before: string; limit: number };

/** What is searched of something, and the claim that it belongs to. */
export type Found = Searchable & { claimId: string };

/** What anybody may search of published notices, retracted ones as well: what is published of them, and the claim's wording. */
export const readNotices = (which: Which): Promise<Found[]> =>
  read(Prisma.sql`
    SELECT debunk.id::text, claim.id::text AS "claimId",
      array_remove(ARRAY[debunk.title, debunk.title_en, claim.wording], NULL) AS titles,
      coalesce(places.codes, debunk.division_codes[1:1]) AS codes,
      concat_ws(E'\n', debunk.summary, version.content->>'claimed') AS body
    FROM ${chosen(which, Prisma.sql`EXISTS (SELECT FROM debunks WHERE claim_id = claims.id)`)} claim
    JOIN debunks debunk ON debunk.claim_id = claim.id
    JOIN debunk_versions version ON version.debunk_id = debunk.id AND version.number = debunk.current_version
    ${placesOf} ORDER BY claim.id DESC`);

/** What the desk searches of claims, whatever their state: wording, notice, and what the first report says and shows. */
export const readClaims = (which: Which): Promise<Found[]> =>
  read(Prisma.sql`
    SELECT claim.id::text, claim.id::text AS "claimId",
      array_remove(ARRAY[claim.wording, debunk.title, debunk.title_en], NULL) AS titles,
      coalesce(places.codes, '{}') AS codes, coalesce(left(first.said, 600), '') AS body
    FROM ${chosen(which)} claim
    LEFT JOIN debunks debunk ON debunk.claim_id = claim.id
    LEFT JOIN LATERAL (
      SELECT concat_ws(E'\n', report.text, (
        SELECT string_agg(pictured.text, E'\n' ORDER BY position) FROM report_uploads
        JOIN upload_texts pictured ON pictured.upload_id = report_uploads.upload_id
        WHERE report_uploads.report_id = report.id)) AS said
      FROM claim_reports JOIN reports report ON report.id = claim_reports.report_id
      WHERE claim_reports.claim_id = claim.id ORDER BY claim_reports.added_at LIMIT 1) first ON true
    ${placesOf} ORDER BY claim.id DESC`);

const placesOf = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT array_agg(division_code ORDER BY division_code) AS codes FROM claim_places
    WHERE claim_id = claim.id) places ON true`;

function chosen(which: Which, condition = Prisma.sql`TRUE`): Prisma.Sql {
  return "claimIds" in which
    ? Prisma.sql`(SELECT * FROM claims WHERE id = ANY(${[...which.claimIds]}::uuid[]))`
    : Prisma.sql`(SELECT * FROM claims WHERE id < ${which.before}::uuid AND ${condition}
        ORDER BY id DESC LIMIT ${which.limit})`;
}

async function read(query: Prisma.Sql): Promise<Found[]> {
  const [rows, divisions] = await Promise.all([db.$queryRaw<Row[]>(query), listDivisions()]);
  const names = new Map(divisions.map(({ code, zh, en }) => [code, [zh, en]]));
  const namesOf = (codes: readonly string[]) => codes.flatMap((code) => names.get(code) ?? []);
  return rows.map(({ codes, ...row }) => {
    const above = codes
      .flatMap((code) => divisionPath(code).slice(1))
      .filter((code) => !codes.includes(code));
    return { ...row, places: namesOf(codes), above: namesOf([...new Set(above)]) };
  });
}
