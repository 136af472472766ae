import { cookies } from "next/headers";
import { minutes, now } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { seal, unseal } from "#lib/platform/sealed-box";

const secure = config.SITE_URL.startsWith("https:");
const name = `${secure ? "__Host-" : ""}bianzhen-receipt`;
const purpose = "receipt-cookie";
const kept = minutes(30);
const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;

/** Lets this browser see a receipt and its status for half an hour; the receipt never stands in an address. */
export async function keepReceipt(receipt: string): Promise<void> {
  const until = now().getTime() + kept;
  const box = seal(purpose, name, JSON.stringify({ receipt, until })).toString("base64url");
  (await cookies()).set(name, box, { ...options, maxAge: kept / 1000 });
}

/** The receipt that this browser may see, or null. */
export async function readReceipt(): Promise<string | null> {
  const box = (await cookies()).get(name)?.value;
  if (!box) return null;
  try {
    const { receipt, until }: { receipt?: unknown; until?: unknown } = JSON.parse(
      unseal(purpose, name, Buffer.from(box, "base64url")),
    );
    return typeof receipt === "string" && typeof until === "number" && until > now().getTime()
      ? receipt
      : null;
  } catch {
    return null;
  }
}

/** The reader has noted the receipt, or leaves the device. */
export async function forgetReceipt(): Promise<void> {
  (await cookies()).delete({ name, ...options });
}
