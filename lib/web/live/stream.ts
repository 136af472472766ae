import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Actor } from "#lib/access/actor";
import { now } from "#lib/platform/clock";
import type { LiveEvent } from "./read-events.ts";

/** What has been sent to somebody who does not read it: more than this is not kept for them. */
const MOST_UNREAD = 256 * 1024;

/** What a stream says (docs: the events of `GET /api/desk/live`), in the form of server-sent events. */
export type Said =
  /** It stands; by this id the browser tells what it has in sight. Pages of another build are of before a renewal. */
  | { event: "hello"; data: { stream: string; build: string | null } }
  /** Something happened to claims. */
  | { event: "changes"; data: readonly { n: number; type: string; claims: readonly string[] }[] }
  /** Somebody came to claims or left them. */
  | { event: "looked"; data: readonly string[] }
  /** How many alerts the person has not read: at most a hundred. */
  | { event: "alerts"; data: number }
  /** Too much happened meanwhile to be told. */
  | { event: "anew"; data: true }
  /** Whether this process hears of what happens. */
  | { event: "hears"; data: boolean }
  | { event: "beat"; data: true }
  /** The session is over. */
  | { event: "ended"; data: true };

/** Events as streams tell them: of many of the same kind about the same claims the last one, and nothing of what it says. */
export function changesOf(events: readonly LiveEvent[]): Said[] {
  const last = new Map(
    events.map(({ n, type, claims }) => [`${type} ${claims.join()}`, { n, type, claims }] as const),
  );
  return last.size > 0 ? [{ event: "changes", data: [...last.values()] }] : [];
}

/**
 * The words on the wire. `at` is the number from which to go on when the connection is lost; it stands with the last of them,
 * for who is cut off before has not heard all.
 */
export const framesOf = (said: readonly Said[], at: number | null): string =>
  said
    .map(({ event, data }, index) => {
      const id = at !== null && index === said.length - 1 ? `id: ${at}\n` : "";
      return `${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    })
    .join("");

/** One open stream of one signed-in browser. */
export class LiveStream {
  readonly id = randomUUID();
  readonly actor: Actor;
  /** It began while nothing was heard: what it missed nobody knows. */
  isBehind = false;
  /** When the session ends by itself; unknown until it was looked up. */
  #until: Date | null = null;
  #response: ServerResponse;
  /** What is said before it is known from where on the browser has to be told. */
  #early: string[] | null = [];

  constructor(actor: Actor, response: ServerResponse, onClose: () => void) {
    this.actor = actor;
    this.#response = response;
    response.once("close", onClose);
    // Whoever leaves in the middle takes nothing else along.
    response.on("error", () => {});
  }

  get isOver(): boolean {
    return this.#response.destroyed || this.#response.writableEnded;
  }

  /** Whether the session has ended by the clock. */
  get isExpired(): boolean {
    return this.#until !== null && this.#until <= now();
  }

  /** Says what it begins with, and then what was to be said meanwhile. */
  begin(until: Date, words: string): void {
    this.#until = until;
    const early = this.#early ?? [];
    this.#early = null;
    this.say(words + early.join(""));
  }

  /** Sends words; whoever does not read them is left. */
  say(words: string): void {
    if (this.isOver) return;
    if (this.isExpired) this.end();
    else if (this.#early) this.#early.push(words);
    else {
      this.#response.write(words);
      if (this.#response.writableLength > MOST_UNREAD) this.drop();
    }
  }

  /** The session is over: says so, and is over too. */
  end(): void {
    if (!this.isOver) this.#response.end(framesOf([{ event: "ended", data: true }], null));
  }

  /** Ends without a word, so that the browser comes again. */
  close(): void {
    if (!this.isOver) this.#response.end();
  }

  drop(): void {
    this.#response.destroy();
  }
}
