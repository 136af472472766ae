import { db } from "#lib/platform/db";
import { hashReceipt, makeReceipt } from "./receipt.ts";

/** Whether a report was filed with this idempotency key already. */
export async function isFiled(idempotencyKey: string): Promise<boolean> {
  const receiptHash = hashReceipt(makeReceipt(idempotencyKey));
  if (!receiptHash) return false;
  return (await db.report.count({ where: { receiptHash: Uint8Array.from(receiptHash) } })) > 0;
}
