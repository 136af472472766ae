import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress, PrivateAddress, publicLookup } from "./public-address.ts";

/** What a server answered: its status, and the first bytes of what it said. */
export type Answered = { status: number; headers: IncomingHttpHeaders };
export type Posted = Answered & { text: string };
/** `isWhole` where it was heard to its end. */
export type Read = Answered & { body: Buffer; isWhole: boolean };

type Call = {
  headers: Record<string, string | number>;
  /** How long all of it may take, in milliseconds. */
  timeout: number;
  /** The installation has said that this very address is one of its own: it may be anywhere, and without TLS. */
  isOwn?: boolean;
};

type Hearing = {
  method: "GET" | "POST";
  body?: string | Uint8Array;
  /** How many bytes are read. */
  most: number;
  /** For how long what is said beyond the status is listened to, in milliseconds. */
  patience: number;
};

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
 * Posts something to an address that somebody else gave. Of the answer no more is read than is worth keeping: whoever then
 * talks slowly, without end or not to the end has answered all the same.
 * @throws PrivateAddress, or what went wrong with the connection
 */
export async function postSafely(
  address: string,
  { body, ...call }: Call & { body: string | Uint8Array },
): Promise<Posted> {
  if (!call.isOwn && !isPublicUrl(address)) throw new PrivateAddress();
  const heard = await callSafely(address, call, { method: "POST", body, most: 1_024, patience: 1_000 });
  return { status: heard.status, headers: heard.headers, text: heard.body.toString("utf8") };
}

/**
 * Reads the first bytes of a page whose address somebody else gave, at most so many.
 * @throws PrivateAddress, or what went wrong with the connection
 */
export async function readSafely(address: string, { most, ...call }: Call & { most: number }): Promise<Read> {
  if (!call.isOwn && !isPublicPage(address)) throw new PrivateAddress();
  return callSafely(address, call, { method: "GET", most, patience: call.timeout });
}

/** The name is resolved and checked for the very connection, and no redirect is followed. */
function callSafely(
  address: string,
  { headers, timeout, isOwn }: Call,
  { method, body, most, patience }: Hearing,
): Promise<Read> {
  const url = new URL(address);
  const send = url.protocol === "http:" ? requestHttp : requestHttps;
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      {
        method,
        headers: { ...headers, ...(body !== undefined && { "content-length": Buffer.byteLength(body) }) },
        signal: AbortSignal.timeout(timeout),
        agent: false,
        ...(!isOwn && { lookup: publicLookup }),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let length = 0;
        const done = (isWhole: boolean) => {
          clearTimeout(enough);
          answer.destroy();
          const read = Buffer.concat(chunks).subarray(0, most);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read, isWhole });
        };
        answer.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length >= most) done(false);
        });
        const enough = setTimeout(() => done(false), patience);
        answer.on("end", () => done(true)).on("error", () => done(false));
      },
    );
    call.on("error", reject).end(body);
  });
}

/** The host of an address as a socket takes it. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");
