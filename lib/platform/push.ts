import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import webpush from "web-push";
import { config } from "./config.ts";
import { domain } from "./mail.ts";
import { isPublicAddress, PrivateAddress, publicLookup } from "./public-address.ts";
import { pushKeys } from "./push-key.ts";

/** Where and how a browser takes messages, as its PushSubscription tells. */
export type PushSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** `gone` is for good: the browser unsubscribed. */
export type PushOutcome = "sent" | "gone";

const TIMEOUT = 5_000;
const DAY = 24 * 60 * 60;

/** Whether something may be sent to this address: a server on the internet over TLS, and no other port of it. */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  if (isLoopbackAllowed(url)) return true;
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "")
    return false;
  const host = hostOf(url).replace(/\.$/, "");
  return isIP(host) ? isPublicAddress(host) : host.includes(".");
}

/** Sends an encrypted message to a browser's push service. @throws when it can be tried again later */
export function sendPush(subscription: PushSubscription, message: object): Promise<PushOutcome> {
  if (!isPushEndpoint(subscription.endpoint)) throw new PrivateAddress();
  const { publicKey, privateKey } = pushKeys();
  const { method, headers, body } = webpush.generateRequestDetails(subscription, JSON.stringify(message), {
    TTL: DAY,
    urgency: "normal",
    contentEncoding: "aes128gcm",
    vapidDetails: { subject: `mailto:postmaster@${domain()}`, publicKey, privateKey },
  });
  const url = new URL(subscription.endpoint);
  const send = url.protocol === "http:" ? requestHttp : requestHttps;
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      {
        method,
        headers,
        signal: AbortSignal.timeout(TIMEOUT),
        agent: false,
        ...(!isLoopbackAllowed(url) && { lookup: publicLookup }),
      },
      (answer) => {
        // What it says beyond its status is of no interest, however long.
        answer.destroy();
        const status = answer.statusCode ?? 0;
        if (status === 404 || status === 410) resolve("gone");
        else if (status >= 200 && status < 300) resolve("sent");
        else {
          const refused = new Error(`the push service answered ${status}`);
          reject(Object.assign(refused, { code: `HTTP-${status}` }));
        }
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

const isLoopbackAllowed = (url: URL): boolean =>
  config.PUSH_TO_LOOPBACK && url.protocol === "http:" && hostOf(url) === "127.0.0.1";
