import { readSafely } from "#lib/platform/post-safely";
import { isOwnReceiver } from "./receiver-url.ts";

/** Why a page could not be read, as the code by which the outbox keeps it and the desk words it. */
export const pageProblem = (code: string): Error => Object.assign(new Error(`a page: ${code}`), { code });

const TIMEOUT = 15_000;
/** Pages of news weigh less, without their pictures. */
const MOST_READ = 2 * 1024 * 1024;

/**
 * Opens a page of a member once, as somebody without an account would see it, and reads at most its first two megabytes. No
 * redirect is followed: what stands elsewhere has another address.
 * @throws PrivateAddress, what went wrong with the connection, or a `pageProblem`
 */
export async function openPage(url: string): Promise<{ html: string; isWhole: boolean }> {
  const { status, headers, body, isWhole } = await readSafely(url, {
    headers: {
      accept: "text/html,application/xhtml+xml,text/plain;q=0.5",
      "accept-encoding": "identity",
      "user-agent": "Bianzhen-Pages/1",
    },
    timeout: TIMEOUT,
    most: MOST_READ,
    isOwn: isOwnReceiver(url),
  });
  if (status !== 200) throw pageProblem(`HTTP-${status}`);
  const type = headers["content-type"] ?? "text/html";
  const isPlain = ["", "identity"].includes(headers["content-encoding"] ?? "");
  if (!isPlain || !/^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i.test(type))
    throw pageProblem("NOT-A-PAGE");
  return { html: decode(body, type), isWhole };
}

/** Older sites of the press write GBK, and say so in the header or in the page itself. */
function decode(body: Buffer, type: string): string {
  const head = body.subarray(0, 2_048).toString("latin1");
  const [, said] =
    /charset\s*=\s*["']?([\w-]{1,40})/i.exec(type) ?? /charset\s*=\s*["']?([\w-]{1,40})/i.exec(head) ?? [];
  try {
    return new TextDecoder(said ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
