import type { MatchQuery } from "#lib/matching/known-texts";
import { db } from "#lib/platform/db";

const select = {
  id: true,
  text: true,
  urls: true,
  note: true,
  topicId: true,
  divisionCode: true,
  suspicion: true,
  submittedAt: true,
  topic: { select: { defaultUrgency: true } },
  claim: { select: { claimId: true } },
  uploads: {
    orderBy: { position: "asc" },
    select: { upload: { select: { kind: true, phash: true, text: { select: { text: true } } } } },
  },
} as const;

/** A report with everything by which it can be matched. */
export async function loadReport(reportId: string) {
  const found = await db.report.findUnique({ where: { id: reportId }, select });
  if (!found) return null;
  const { uploads, ...report } = found;
  const pictures = uploads.flatMap(({ upload }) => (upload.kind === "image" ? [upload] : []));
  return {
    ...report,
    /** What stands in its pictures, as far as it could be read. */
    pictured: pictures.flatMap(({ text }) => text?.text || []),
    phashes: pictures.flatMap(({ phash }) => phash ?? []),
    /** A picture of it is still to be read. */
    isUnread: pictures.some(({ text }) => text === null),
  };
}

export type LoadedReport = NonNullable<Awaited<ReturnType<typeof loadReport>>>;

/** The words of a report: its own, else those in its pictures. */
export const saidIn = ({ text, pictured }: LoadedReport): string => text || pictured.join("\n");

/** What a report asks: its own words, and those in its pictures where they are others. */
export function questionOf({ text, urls, pictured, phashes }: LoadedReport): MatchQuery {
  const others = pictured.filter((read) => !text.includes(read));
  return { text: [text, ...others].filter((part) => part !== "").join("\n"), urls, phashes };
}
