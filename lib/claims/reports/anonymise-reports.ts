import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

/** How long what a citizen wrote keeps its words (product.md, rule 9). */
export const REPORT_DAYS = 365;

const BATCH = 200;

/**
 * Takes out the words of a year ago: text, note and links of reports, and what was written about them. When, where and how
 * many asked stays, and so does the claim.
 */
export async function anonymiseReports(): Promise<void> {
  const before = after(now(), -days(REPORT_DAYS));
  for (;;) {
    const due = await db.$queryRaw<{ id: string; messages: number }[]>`
      SELECT id::text, (SELECT count(*)::int FROM report_messages WHERE report_id = due.id) AS messages FROM (
        SELECT id FROM reports WHERE submitted_at < ${before} AND text <> '〔原文已隐去〕'
        UNION SELECT report_id FROM report_messages WHERE at < ${before} AND text <> '〔原文已隐去〕'
      ) due LIMIT ${BATCH}`;
    for (const { id, messages } of due) {
      const ids = Array.from({ length: messages + 1 }, newId);
      await db.$executeRaw`
        SELECT anonymise_report(${id}::uuid, ${before}, ${now()}, ${ids}::uuid[], ${newId()}::uuid)`;
    }
    if (due.length < BATCH) break;
  }
}
