import { config } from "#lib/platform/config";
import { counter } from "#lib/platform/counter";
import { AppError } from "#lib/platform/errors";
import { networkOf, type Visitor } from "./network.ts";

const MEGABYTE = 1024 * 1024;
/** What one network may send in an hour, and so many times that in a day, for which files that nobody wants are kept. */
const HOURS_WORTH = 5;

const spans = [
  { name: "bytes an hour", seconds: 3_600, times: 1 },
  { name: "bytes a day", seconds: 86_400, times: HOURS_WORTH },
] as const;

/** Counts bytes of files that a network is about to send, or has sent. @throws AppError RATE_LIMITED with `Retry-After` */
export async function limitBytes(visitor: Visitor, bytes: number): Promise<void> {
  const network = networkOf(visitor);
  for (const { name, seconds, times } of spans) {
    const { count, resetSeconds } = await counter(name, seconds).add(network, 0);
    if (count + bytes <= times * config.UPLOAD_MB_PER_NETWORK * MEGABYTE) continue;
    const told = [{ path: "file", message: "tooManyFiles" }];
    throw new AppError("RATE_LIMITED", told, { "Retry-After": String(resetSeconds) });
  }
  for (const { name, seconds } of spans) await counter(name, seconds).add(network, bytes);
}

/** The same content, whose bytes count for the network that it comes from; it ends where that has sent too much. */
export async function* counted(
  visitor: Visitor,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    await limitBytes(visitor, piece.byteLength);
    yield piece;
  }
}
