import { setTimeout as pause } from "node:timers/promises";
import DataLoader from "dataloader";
import { citizen } from "#lib/access/actor";
import { recordEvents } from "#lib/audit/record-event";
import { claimUploads, holdUploads } from "#lib/files/claim-uploads";
import { findOwnIds } from "#lib/files/upload-queries";
import { now } from "#lib/platform/clock";
import { intakeDb } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { lately } from "#lib/platform/lately";
import { laterOf } from "#lib/platform/later";
import { once } from "#lib/platform/once";
import { seal } from "#lib/platform/sealed-box";
import { keyedHash } from "#lib/platform/secrets";
import { findUnknown } from "#lib/reference/find-unknown";
import { linkIdentity } from "#lib/wording/link-identity";
import { linksIn } from "#lib/wording/links";
import { redact, redactUrl, sumRedactions } from "#lib/wording/redaction";
import { insertReports, type NewReportRow } from "./insert-reports.ts";
import { hashReceipt, makeReceipt } from "./receipt.ts";
import { type Arrival, LINKS_PER_REPORT, type NewReport } from "./schema.ts";

/** The answer to a filed report: the receipt is shown this once. */
export type SubmitOutcome =
  | { ok: true; receipt: string; state: "received" }
  | { ok: false; reason: "KEY_REUSED" };

/**
 * Files a citizen's report. Personal details are removed before anything is stored; it is on disk when this returns.
 * The same idempotency key gives the same receipt and one row; with other content it is refused.
 * @throws AppError VALIDATION for an unknown topic or division, and for uploads that are not the sender's or in another report
 */
export async function submitReport(input: NewReport, arrival: Arrival): Promise<SubmitOutcome> {
  const unknown = await findUnknown(input);
  if (unknown.length > 0) throw new AppError("VALIDATION", unknown);
  const uploadIds = input.uploadIds?.length ? await ownUploads(input.uploadIds, arrival.uploadOwner) : [];
  const receipt = makeReceipt(arrival.idempotencyKey);
  const row = { ...toRow(input, arrival, receipt), uploadIds };
  const stored = await writer.load({ row, contact: sealContact(row.id, input.contact) });
  if (!stored.payloadHash.equals(row.payloadHash)) return { ok: false, reason: "KEY_REUSED" };
  return { ok: true, receipt, state: "received" };
}

const redactLately = lately("redacted lately", redact);

const unknownUploads = () => new AppError("VALIDATION", [{ path: "uploadIds", message: "unknown" }]);

async function ownUploads(given: readonly string[], owner: string | undefined): Promise<string[]> {
  const ids = await findOwnIds(given, owner, intakeDb);
  if (!ids) throw unknownUploads();
  return ids;
}

function toRow(
  input: NewReport,
  { channel, locale, idempotencyKey, memberId, suspicion }: Arrival,
  receipt: string,
): Omit<NewReportRow, "uploadIds"> {
  const text = redactLately(input.text ?? "");
  const note = redactLately(input.note ?? "");
  const urls = linksOf(input).map(redactUrl);
  const receiptHash = hashReceipt(receipt);
  if (!receiptHash) throw new Error("a receipt was made that cannot be read again");
  return {
    id: newId(),
    receiptHash,
    idempotencyHash: idempotencyKey ? keyedHash("idempotency", idempotencyKey) : null,
    payloadHash: keyedHash("payload", JSON.stringify(input)),
    text: text.text,
    urls: urls.map((url) => url.text),
    seenOn: input.seenOn ?? null,
    seenAt: input.seenAt ? new Date(input.seenAt) : null,
    note: note.text || null,
    topicId: input.topic ?? null,
    divisionCode: input.division ?? null,
    locale: input.locale ?? locale,
    channel,
    memberId: memberId ?? null,
    suspicion: suspicion ?? null,
    // What the links in the text lost is counted with the text.
    redactions: sumRedactions([
      text.redactions,
      note.redactions,
      ...urls.slice(0, input.urls?.length ?? 0).map((url) => url.redactions),
    ]),
    submittedAt: now(),
  };
}

/** The links of a report, those of their own field first and those in its text behind them, each page once. */
function linksOf({ text = "", urls = [] }: NewReport): string[] {
  const pages = new Set(urls.map(pageOf));
  const inText = new Map(linksIn(text).map(({ address }) => [pageOf(address), address]));
  const others = [...inText].flatMap(([page, address]) => (pages.has(page) ? [] : address));
  return [...urls, ...others].slice(0, LINKS_PER_REPORT);
}

const pageOf = (address: string): string => linkIdentity(address) ?? address;

function sealContact(reportId: string, contact: NewReport["contact"]) {
  const value = contact?.email ?? contact?.phone;
  if (!value) return null;
  const kind = contact?.email ? ("email" as const) : ("phone" as const);
  return { reportId, kind, sealed: Uint8Array.from(seal("contact", reportId, value)), createdAt: now() };
}

type Filing = { row: NewReportRow; contact: ReturnType<typeof sealContact> };
type Stored = { payloadHash: Buffer };

/** Nobody waits longer than this for others to be written, who may wait for something themselves. */
const GATHERED_AT_MOST = 50;

/**
 * Concurrent submissions share a transaction: what comes while others are written, and for four milliseconds more, is
 * written with one statement a table, which makes the commit, and not the number of citizens, the cost (quality.md, speed).
 */
const writer = once("filing of reports", () => {
  let before: Promise<unknown> = Promise.resolve();
  const write = (filings: readonly Filing[]) => {
    const written = writeTogether(filings);
    before = Promise.race([written.catch(() => {}), pause(GATHERED_AT_MOST, null, { ref: false })]);
    return written;
  };
  return new DataLoader<Filing, Stored>(write, {
    cache: false,
    maxBatchSize: 200,
    batchScheduleFn: (callback) => void before.then(() => setTimeout(callback, 4)),
  });
});

async function writeTogether(filings: readonly Filing[]): Promise<(Stored | Error)[]> {
  try {
    return await write(filings);
  } catch (error) {
    if (filings.length === 1 || laterOf(error)) throw error;
  }
  // One report that the database refuses does not take its neighbours with it.
  const outcomes: (Stored | Error)[] = [];
  for (const filing of filings) {
    outcomes.push(...(await write([filing]).catch((error: unknown) => [asError(error)])));
  }
  return outcomes;
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error("a report was not stored");

async function write(filings: readonly Filing[]): Promise<(Stored | Error)[]> {
  const written = await intakeDb.$transaction(async (tx) => {
    const rows = await holdUploads(
      tx,
      filings.map(({ row }) => row),
    );
    const ids = rows.length > 0 ? await insertReports(tx, rows) : new Set<string>();
    const fresh = filings.filter(({ row }) => ids.has(row.id));
    const contacts = fresh.flatMap(({ contact }) => contact ?? []);
    if (contacts.length > 0) await tx.reportContact.createMany({ data: contacts });
    await claimUploads(
      tx,
      fresh.map(({ row }) => row),
    );
    if (fresh.length > 0) {
      await recordEvents(
        tx,
        fresh.map(({ row }) => ({
          type: "report.submitted",
          actor: citizen,
          subjectId: row.id,
          at: row.submittedAt,
          // However many are kept apart, those of people are placed before them.
          canWait: row.suspicion !== null,
        })),
      );
    }
    return ids;
  });
  return Promise.all(
    filings.map(({ row }) =>
      written.has(row.id) ? { payloadHash: row.payloadHash } : findEarlier(row.receiptHash),
    ),
  );
}

/** A row that was left out has the receipt of the one that came first with the same key, or wants another's uploads. */
async function findEarlier(receiptHash: Buffer): Promise<Stored | Error> {
  const earlier = await intakeDb.report.findUnique({
    where: { receiptHash: Uint8Array.from(receiptHash) },
    select: { payloadHash: true },
  });
  return earlier ? { payloadHash: Buffer.from(earlier.payloadHash) } : unknownUploads();
}
