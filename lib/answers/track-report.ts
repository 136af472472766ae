import { eventTypes } from "#lib/audit/event-types";
import { type ClaimStatus, isOpen, isPublished } from "#lib/claims/status";
import { openQuestion } from "#lib/claims/talk/conversation";
import { claimClocks } from "#lib/clocks/queries";
import { hashReceipt } from "#lib/intake/receipt";
import { db } from "#lib/platform/db";
import { isContactRefused } from "#lib/telling/refused-address";

const MESSAGES_SHOWN = 60;

const debunkSelect = {
  slug: true,
  title: true,
  titleEn: true,
  verdict: true,
  status: true,
  updatedAt: true,
  versions: {
    orderBy: { number: "desc" },
    select: { number: true, publishedAt: true, correctionKind: true, correctionNote: true },
  },
} as const;

const claimSelect = {
  id: true,
  status: true,
  urgency: true,
  sideState: true,
  closedAt: true,
  closingNote: true,
  closingChannel: true,
  clocks: claimClocks,
  reportCount: true,
  debunk: { select: debunkSelect },
  answeredBy: { select: debunkSelect },
} as const;

/**
 * What a citizen sees of a report by its receipt: where the claim stands, what happened when, and the answer.
 * A wrong receipt and one that never existed are the same: null. Names of people and members are not part of it.
 */
export async function trackReport(receipt: string) {
  const receiptHash = hashReceipt(receipt);
  if (!receiptHash) return null;
  const report = await db.report.findUnique({
    where: { receiptHash: Uint8Array.from(receiptHash) },
    select: {
      text: true,
      urls: true,
      submittedAt: true,
      id: true,
      contact: { select: { kind: true, sealed: true } },
      messages: {
        orderBy: { at: "desc" },
        take: MESSAGES_SHOWN,
        select: { id: true, author: true, text: true, at: true },
      },
      claim: { select: { addedAt: true, claim: { select: { id: true, shared: { select: claimSelect } } } } },
    },
  });
  if (!report) return null;
  const own = report.claim?.claim;
  const claim = own?.shared;
  const state: ClaimStatus = claim?.status ?? "received";
  const messages = report.messages.toReversed();
  return {
    text: report.text,
    urls: report.urls,
    submittedAt: report.submittedAt,
    state,
    claimId: claim?.id ?? null,
    /** What the desk and the sender said to each other, oldest first. */
    messages,
    question: isOpen(state) ? openQuestion(messages) : null,
    leftEmail: report.contact?.kind === "email",
    /** The mail server at that address says that there is no such mailbox. */
    addressRefused:
      report.contact?.kind === "email" &&
      (await isContactRefused(report.id, report.contact.sealed, report.submittedAt)),
    /** Joined to another report's claim. */
    joined: own?.id !== claim?.id,
    reportCount: claim?.reportCount ?? 1,
    /** The desk wrote to those who had asked by then; for later ones there is what everybody is told. */
    closingNote: cameAfter(report.claim?.addedAt, claim?.closedAt) ? null : (claim?.closingNote ?? null),
    closingChannel: claim?.closingChannel ?? null,
    waiting: claim?.sideState === "waiting-evidence",
    verdictDueAt: claim?.clocks.find(({ kind }) => kind === "verdict")?.dueAt ?? null,
    debunk: isPublished(state) ? (claim?.debunk ?? null) : (claim?.answeredBy ?? null),
    timeline: await timelineOf(report.submittedAt, own?.id, claim?.id),
  };
}

const cameAfter = (added: Date | undefined, closed: Date | null | undefined): boolean =>
  Boolean(added && closed && added >= closed);

export type TrackedReport = NonNullable<Awaited<ReturnType<typeof trackReport>>>;

const publicTypes = Object.entries(eventTypes).flatMap(([type, audience]) =>
  audience === "public" ? [type] : [],
);

/** The public-safe events of the report's claim and of the one it was merged into, from the report on. */
async function timelineOf(submittedAt: Date, ...claimIds: readonly (string | undefined)[]) {
  const ids = [...new Set(claimIds.flatMap((id) => id ?? []))];
  const events = await db.event.findMany({
    where: {
      claimId: { in: ids },
      at: { gte: submittedAt },
      type: { in: publicTypes as (keyof typeof eventTypes)[] },
    },
    orderBy: { seq: "asc" },
    select: { type: true, at: true },
  });
  return [{ type: "report.submitted" as const, at: submittedAt }, ...events];
}
