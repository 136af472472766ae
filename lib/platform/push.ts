import webpush from "web-push";
import { config } from "./config.ts";
import { domain } from "./mail.ts";
import { isPublicUrl, postSafely } from "./post-safely.ts";
import { PrivateAddress } from "./public-address.ts";
import { pushKeys } from "./push-key.ts";

/** Where and how a browser takes messages, as its PushSubscription tells. */
export type PushSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** `gone` is for good: the browser unsubscribed. */
export type PushOutcome = "sent" | "gone";

const TIMEOUT = 5_000;
const DAY = 24 * 60 * 60;

/** Whether something may be sent to this address: a server on the internet over TLS, and no other port of it. */
export const isPushEndpoint = (endpoint: string): boolean =>
  isOwn(endpoint) || (isPublicUrl(endpoint) && new URL(endpoint).port === "");

/** Sends an encrypted message to a browser's push service. @throws when it can be tried again later */
export async function sendPush(
  subscription: PushSubscription,
  message: object,
  urgency: "normal" | "high" = "normal",
): Promise<PushOutcome> {
  if (!isPushEndpoint(subscription.endpoint)) throw new PrivateAddress();
  const { publicKey, privateKey } = pushKeys();
  const { headers, body } = webpush.generateRequestDetails(subscription, JSON.stringify(message), {
    TTL: DAY,
    urgency,
    contentEncoding: "aes128gcm",
    vapidDetails: { subject: `mailto:postmaster@${domain()}`, publicKey, privateKey },
  });
  const { status } = await postSafely(subscription.endpoint, {
    headers,
    body: body ?? "",
    timeout: TIMEOUT,
    isOwn: isOwn(subscription.endpoint),
  });
  if (status === 404 || status === 410) return "gone";
  if (status >= 200 && status < 300) return "sent";
  throw Object.assign(new Error(`the push service answered ${status}`), { code: `HTTP-${status}` });
}

/** For tests alone. */
const isOwn = (endpoint: string): boolean =>
  config.PUSH_TO_LOOPBACK && /^http:\/\/127\.0\.0\.1[:/]/.test(endpoint);
