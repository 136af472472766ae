import { cookies } from "next/headers";
import { openReceipt, receiptCookie, sealReceipt } from "#lib/web/receipt-box";

/** Lets this browser see a receipt and its status for half an hour; the receipt never stands in an address. */
export async function keepReceipt(receipt: string): Promise<void> {
  (await cookies()).set({ ...receiptCookie, value: sealReceipt(receipt) });
}

/** The receipt that this browser may see, or null. */
export async function readReceipt(): Promise<string | null> {
  const box = (await cookies()).get(receiptCookie.name)?.value;
  return box ? openReceipt(box) : null;
}

/** The reader has noted the receipt, or leaves the device. */
export async function forgetReceipt(): Promise<void> {
  (await cookies()).set({ ...receiptCookie, value: "", maxAge: 0 });
}
