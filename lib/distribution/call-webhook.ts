import { Webhook } from "standardwebhooks";
import { elapsed, now } from "#lib/platform/clock";
import { errorCodeOf } from "#lib/platform/error-code";
import { postSafely } from "#lib/platform/post-safely";
import { cleanText, shorten } from "#lib/platform/text";
import type { Called } from "./note-attempt.ts";
import { isOwnReceiver } from "./receiver-url.ts";
import { openWebhookSecret } from "./webhook-secret.ts";

/** What is sent where. `id` names the message for good: whoever gets it twice knows that it is the same. */
export type Receiver = {
  id: string;
  endpointId: string;
  url: string;
  /** Sealed, the newest first; all of them sign. */
  secrets: readonly Uint8Array[];
  body: string;
};

const TIMEOUT = 15_000;
const MOST_KEPT = 300;

/** Sends a signed message (Standard Webhooks 1.0), and says what came of it. */
export async function callWebhook({ id, endpointId, url, secrets: sealed, body }: Receiver): Promise<Called> {
  const [at, start] = [now(), elapsed()];
  const spent = () => Math.round(elapsed() - start);
  const nothing = { at, status: null, answer: null, retryAfter: 0 };
  try {
    const keys = sealed.map((each) => openWebhookSecret(endpointId, each));
    const signatures = keys.map((key) => new Webhook(key).sign(id, at, body));
    const { status, headers, text } = await postSafely(url, {
      headers: {
        "content-type": "application/json",
        "user-agent": "Bianzhen-Webhooks/1",
        "webhook-id": id,
        "webhook-timestamp": Math.floor(at.getTime() / 1_000),
        "webhook-signature": signatures.join(" "),
      },
      body,
      timeout: TIMEOUT,
      isOwn: isOwnReceiver(url),
    });
    // A receiver that repeats what it was sent would have it kept with its secrets.
    const secrets = [...keys, ...signatures].flatMap((secret) => [
      secret,
      secret.replace(/^(?:whsec_|v1,)/, ""),
    ]);
    const secretive = secrets.reduce((kept, secret) => kept.replaceAll(secret, "…"), text);
    const answer = shorten(cleanText(secretive), MOST_KEPT);
    const retryAfter = secondsUntil(headers["retry-after"], at) * 1_000;
    return { at, milliseconds: spent(), status, error: null, answer, retryAfter };
  } catch (error) {
    return { ...nothing, milliseconds: spent(), error: errorCodeOf(error) };
  }
}

/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3). */
function secondsUntil(header: string | undefined, from: Date): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const date = new Date(header).getTime();
  return Number.isNaN(date) ? 0 : Math.max(0, (date - from.getTime()) / 1_000);
}
