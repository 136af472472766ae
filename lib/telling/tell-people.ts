import type { WorkedEvent } from "#lib/audit/run-reactions";
import { UNDO_FOR } from "#lib/claims/latest-decision";
import { isClosed, isPublished } from "#lib/claims/status";
import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { isMailOn } from "#lib/platform/mail";
import { wakeNotifier } from "./queue.ts";
import type { RecipientKind } from "./vocabulary.ts";

type Recipient = { id: string; recipient: RecipientKind };

const PAGE = 1000;

/** Tells everybody who asked or follows that a claim has an answer, a correction of it, or an end. Running twice tells once. */
export async function tellOfClaim(event: WorkedEvent): Promise<void> {
  const { claimId } = event;
  if (!claimId) return;
  const claimIds = await claimsTold(claimId);
  if (isMailOn()) await tellInPages(event, (last) => reportersOf(claimIds, last));
  await tellInPages(event, (last) => followersOf(claimIds, last));
  await wakeNotifier();
}

/** Tells the sender of one report that the desk has a question. */
export async function tellOfQuestion(event: WorkedEvent): Promise<void> {
  const { subjectId } = event;
  if (!isMailOn()) return;
  const contact = await db.reportContact.findUnique({
    where: { reportId: subjectId, kind: "email" },
    select: { reportId: true },
  });
  if (contact) await tell(event, [{ id: contact.reportId, recipient: "report" }]);
  await wakeNotifier();
}

/** A report that joined a claim with an answer: its sender is told the answer that was there before. */
export async function tellLatecomer({ id, subjectId, claimId }: WorkedEvent): Promise<void> {
  const claim = claimId
    ? await db.claim.findUnique({ where: { id: claimId }, select: { status: true } })
    : null;
  if (!claim || !(isPublished(claim.status) || isClosed(claim.status))) return;
  await tellOfQuestion({ id, subjectId, claimId, type: "report.joined" });
}

/** A claim was merged into another: where that one has its answer already, those who asked are told it. */
export async function tellMerged(event: WorkedEvent): Promise<void> {
  const own = event.claimId
    ? await db.claim.findUnique({
        where: { id: event.claimId },
        select: { mergedInto: { select: { status: true } } },
      })
    : null;
  if (own?.mergedInto && isPublished(own.mergedInto.status)) await tellOfClaim(event);
}

/** The claim, those that were merged into it, and those that its notice answers. */
async function claimsTold(claimId: string): Promise<string[]> {
  const claims = await db.claim.findMany({
    where: { OR: [{ id: claimId }, { sharedId: claimId }, { shared: { answeredBy: { claimId } } }] },
    select: { id: true },
  });
  return claims.map(({ id }) => id);
}

async function reportersOf(claimIds: readonly string[], last: string | undefined): Promise<Recipient[]> {
  const contacts = await db.reportContact.findMany({
    where: {
      kind: "email",
      report: { claim: { claimId: { in: [...claimIds] } } },
      ...(last && { reportId: { gt: last } }),
    },
    orderBy: { reportId: "asc" },
    take: PAGE,
    select: { reportId: true },
  });
  return contacts.map(({ reportId }) => ({ id: reportId, recipient: "report" }));
}

async function followersOf(claimIds: readonly string[], last: string | undefined): Promise<Recipient[]> {
  const followers = await db.follower.findMany({
    where: {
      claimId: { in: [...claimIds] },
      confirmedAt: { not: null },
      ...(!isMailOn() && { kind: "push" }),
      ...(last && { id: { gt: last } }),
    },
    orderBy: { id: "asc" },
    take: PAGE,
    select: { id: true },
  });
  return followers.map(({ id }) => ({ id, recipient: "follower" }));
}

/** Many thousands may have asked; they are not all held at once. */
async function tellInPages(event: WorkedEvent, next: (last?: string) => Promise<Recipient[]>): Promise<void> {
  for (let page = await next(); page.length > 0; page = await next(page.at(-1)?.id)) {
    await tell(event, page);
  }
}

/** Letters about what the desk has just decided wait until it can no longer be undone; what was undone is not told. */
const waits = (type: WorkedEvent["type"]): boolean => type === "claim.closed" || type === "claim.merged";

async function tell({ id: eventId, type }: WorkedEvent, recipients: readonly Recipient[]): Promise<void> {
  const moment = now();
  await db.notification.createMany({
    data: recipients.map(({ id, recipient }) => ({
      id: newId(),
      recipientId: id,
      recipient,
      eventId,
      createdAt: moment,
      dueAt: waits(type) ? after(moment, UNDO_FOR) : moment,
    })),
    skipDuplicates: true,
  });
}
