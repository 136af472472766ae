import type { EventType } from "#lib/audit/event-types";
import { type ClaimStatus, isClosed, isOpen, type OtherChannel } from "#lib/claims/status";
import { openQuestion } from "#lib/claims/talk/conversation";
import type { CorrectionKind } from "#lib/editorial/status";
import type { Verdict } from "#lib/investigation/vocabulary";
import { db } from "#lib/platform/db";

/** A notice as a letter names it: always as it stands now. */
export type ToldNotice = { slug: string; title: string; titleEn: string | null; verdict: Verdict };

/** One piece of news; nothing of it is a citizen's own words. */
export type News =
  | { kind: "question" }
  | { kind: "answer"; notice: ToldNotice }
  | { kind: "correction"; notice: ToldNotice; change: CorrectionKind; note: string | null }
  | { kind: "closing"; status: ClaimStatus; note: string | null; channel: OtherChannel | null };

const noticeSelect = { id: true, slug: true, title: true, titleEn: true, verdict: true } as const;

/** What an event means to those who are told of it now; null when it has been overtaken. */
export async function describeNews(eventId: string): Promise<News | null> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { seq: true, type: true, subjectId: true, claimId: true, data: true },
  });
  if (!event || (await isTakenBack(event))) return null;
  if (event.type === "report.questioned") return askedOf(event.subjectId);
  if (event.type === "debunk.published" || isCorrection(event.type)) {
    return noticeNews(event.subjectId, Number(event.data.version));
  }
  const news = event.claimId ? await endOf(event.claimId) : null;
  // Whoever came after the end is told what everybody is: the desk's note was for those who had asked by then.
  return news?.kind === "closing" && event.type === "report.joined" ? { ...news, note: null } : news;
}

type Ended = { seq: bigint; type: EventType; claimId: string | null };

/** Whether a claim was opened again since it ended so; how it ended after that is told by itself. */
async function isTakenBack({ seq, type, claimId }: Ended): Promise<boolean> {
  if (type !== "claim.closed" && type !== "claim.merged") return false;
  return (await db.event.count({ where: { claimId, type: "claim.reopened", seq: { gt: seq } } })) > 0;
}

const isCorrection = (type: EventType) => type === "debunk.corrected" || type === "debunk.retracted";

/** A question that was answered in the meantime needs no letter. */
async function askedOf(reportId: string): Promise<News | null> {
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: {
      messages: { orderBy: { at: "desc" }, take: 1, select: { author: true, text: true, at: true } },
      claim: { select: { claim: { select: { shared: { select: { status: true } } } } } },
    },
  });
  const status = report?.claim?.claim.shared.status ?? "received";
  return report && isOpen(status) && openQuestion(report.messages) ? { kind: "question" } : null;
}

async function noticeNews(debunkId: string, number: number): Promise<News | null> {
  const version = await db.debunkVersion.findUnique({
    where: { debunkId_number: { debunkId, number } },
    select: { correctionKind: true, correctionNote: true, debunk: { select: noticeSelect } },
  });
  if (!version) return null;
  const { debunk: notice, correctionKind, correctionNote } = version;
  return correctionKind
    ? { kind: "correction", notice, change: correctionKind, note: correctionNote }
    : { kind: "answer", notice };
}

/** How a claim ended, unless it was opened again. */
async function endOf(claimId: string): Promise<News | null> {
  const select = {
    status: true,
    closingNote: true,
    closingChannel: true,
    debunk: { select: noticeSelect },
    answeredBy: { select: noticeSelect },
  } as const;
  const own = await db.claim.findUnique({ where: { id: claimId }, select: { shared: { select } } });
  const claim = own?.shared;
  if (!claim) return null;
  const notice = claim.debunk ?? claim.answeredBy;
  if (notice) return { kind: "answer", notice };
  if (!isClosed(claim.status)) return null;
  return {
    kind: "closing",
    status: claim.status,
    note: claim.closingNote,
    channel: claim.closingChannel,
  };
}
