import { minutes, now } from "#lib/platform/clock";
import { seal, unseal } from "#lib/platform/sealed-box";
import { ownCookie } from "./cookies.ts";

const KEPT = minutes(30);
const purpose = "receipt-cookie";

/** Where a browser keeps the receipt that it may see, sealed. */
export const receiptCookie = ownCookie("bianzhen-receipt", KEPT / 1000);

/** A receipt for a browser to keep: it opens for half an hour, whatever the browser does with its cookies. */
export function sealReceipt(receipt: string): string {
  const until = now().getTime() + KEPT;
  return seal(purpose, receiptCookie.name, JSON.stringify({ receipt, until })).toString("base64url");
}

/** The receipt that was sealed, or null when its time is over or nobody of us sealed it. */
export function openReceipt(box: string): string | null {
  try {
    const { receipt, until }: { receipt?: unknown; until?: unknown } = JSON.parse(
      unseal(purpose, receiptCookie.name, Buffer.from(box, "base64url")),
    );
    return typeof receipt === "string" && typeof until === "number" && until > now().getTime()
      ? receipt
      : null;
  } catch {
    return null;
  }
}
