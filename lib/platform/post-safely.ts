import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress, PrivateAddress, publicLookup } from "./public-address.ts";

/** What a server answered: its status, and the first bytes of what it said. */
export type Posted = { status: number; headers: IncomingHttpHeaders; text: string };

type Post = {
  headers: Record<string, string | number>;
  body: string | Uint8Array;
  /** How long all of it may take, in milliseconds. */
  timeout: number;
  /** The installation has said that this very address is one of its own: it may be anywhere, and without TLS. */
  isOwn?: boolean;
};

const MOST_READ = 1_024;
/** For how long what is said beyond the status is listened to, in milliseconds. */
const HEARD_OUT = 1_000;

/** Whether an address given by somebody may be one that is sent to: over TLS to a server on the internet, without a password in it. */
export const isPublicUrl = (address: string): boolean => isPublic(address, /^https:$/);

/** Whether an address given by somebody may be that of a page which everybody can open, with or without TLS. */
export const isPublicPage = (address: string): boolean => isPublic(address, /^https?:$/);

function isPublic(address: string, protocols: RegExp): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (!protocols.test(url.protocol) || url.username !== "" || url.password !== "") return false;
  const host = hostOf(url).replace(/\.$/, "");
  return isIP(host) ? isPublicAddress(host) : host.includes(".");
}

/**
 * Posts something to an address that somebody else gave. The name is resolved and checked for the very connection; no
 * redirect is followed, and of the answer no more is read than is worth keeping.
 * @throws PrivateAddress, or what went wrong with the connection
 */
export async function postSafely(
  address: string,
  { headers, body, timeout, isOwn = false }: Post,
): Promise<Posted> {
  if (!isOwn && !isPublicUrl(address)) throw new PrivateAddress();
  const url = new URL(address);
  const send = url.protocol === "http:" ? requestHttp : requestHttps;
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeout),
        agent: false,
        ...(!isOwn && { lookup: publicLookup }),
      },
      (answer) => {
        let text = Buffer.alloc(0);
        // The status is the answer: whoever then talks slowly, without end or not to the end has answered all the same.
        const done = () => {
          clearTimeout(enough);
          answer.destroy();
          const [status, read] = [answer.statusCode ?? 0, text.subarray(0, MOST_READ).toString("utf8")];
          resolve({ status, headers: answer.headers, text: read });
        };
        answer.on("data", (chunk: Buffer) => {
          text = Buffer.concat([text, chunk]);
          if (text.length >= MOST_READ) done();
        });
        const enough = setTimeout(done, HEARD_OUT);
        answer.on("end", done).on("error", done);
      },
    );
    call.on("error", reject).end(body);
  });
}

/** The host of an address as a socket takes it. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");
