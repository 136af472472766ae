import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "#lib/access/actor";
import { keepLooking } from "#lib/claims/presence/keep-looking";
import { lookAway } from "#lib/claims/presence/look-away";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import { type Holders, heardClaims, heardEvents, hearsAll, holdersOfEach } from "./may-hear.ts";
import type { LiveEvent } from "./read-events.ts";
import { RecentEvents } from "./recent-events.ts";
import { changesOf, framesOf, LiveStream, type Said } from "./stream.ts";

/** What is told within this time is read together, for all streams of the process. */
const GATHER = 200;
const RETRY = 1_000;
const BEAT = 20_000;
/** Browsers that lose a stream come again after so long. */
const COME_AGAIN = 3_000;
const MOST_STREAMS = 5_000;
/** Room for several devices, and for browsers in which each tab has a stream of its own. */
const MOST_OF_ONE = 30;

const nobody = (): Holders => new Map();

/** The open streams of this process, and what it tells them; it reads once what happened, however many there are. */
export class LiveHub {
  /** The build of the pages that this process serves; null while it is developed. */
  build: string | null = null;
  readonly #recent = new RecentEvents();
  readonly #streams = new Set<LiveStream>();
  /** Streams of this process by which somebody is known to look at a claim. */
  readonly #present = new Set<string>();
  readonly #looked = new Set<string>();
  /** Read, and not told yet. */
  readonly #untold: LiveEvent[] = [];
  #hasNews = false;
  #working: Promise<void> | null = null;
  #beating: NodeJS.Timeout | undefined;
  #later: NodeJS.Timeout | undefined;
  /** Whether it hears of what happens. */
  #hears = false;
  #hasBegun = false;
  #isClosed = false;

  /** Up to which event a page that is rendered now shows everything; null while nothing is heard. */
  get position(): number | null {
    return this.#hears ? this.#recent.settled : null;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** @throws AppError BUSY: there are too many streams, this person's or in all, or the process is about to end */
  admit({ userId }: Actor): void {
    const own = [...this.#streams].filter(({ actor }) => actor.userId === userId).length;
    if (this.#isClosed || this.#streams.size >= MOST_STREAMS || own >= MOST_OF_ONE)
      throw new AppError("BUSY", [], { "Retry-After": "60" });
  }

  /** Goes on with an answer as a stream, from the event of a number on. */
  open(actor: Actor, response: ServerResponse, since: number | null): void {
    const stream = new LiveStream(actor, response, () => this.#leave(stream));
    if (this.#isClosed || stream.isOver) {
      stream.drop();
      return;
    }
    this.#streams.add(stream);
    this.#beating ??= setInterval(() => void this.beat(), BEAT).unref();
    void this.#welcome(stream, since).catch(() => stream.drop());
  }

  async #welcome(stream: LiveStream, since: number | null): Promise<void> {
    // Asked when it is listed already: from now on the end of the session is heard.
    const { sessionId } = stream.actor;
    const session = await db.session.findUnique({
      where: { id: sessionId },
      select: { expiresAt: true, revokedAt: true },
    });
    if (!session || session.revokedAt) return stream.end();
    const said: Said[] = [{ event: "hello", data: { stream: stream.id, build: this.build } }];
    const at = this.position;
    stream.isBehind = at === null;
    if (stream.isBehind) said.push({ event: "hears", data: false });
    else if (since !== null) said.push(...(await this.#missed(stream, since)));
    stream.begin(session.expiresAt, `retry: ${COME_AGAIN}\n\n${framesOf(said, at)}`);
  }

  async #missed({ actor }: LiveStream, since: number): Promise<Said[]> {
    const events = this.#recent.since(since);
    if (events === null) return [{ event: "anew", data: true }];
    const holders = hearsAll(actor) ? nobody() : await holdersOfEach(events.flatMap(({ claims }) => claims));
    return changesOf(heardEvents(actor, events, holders));
  }

  #leave(stream: LiveStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size === 0) {
      clearInterval(this.#beating);
      this.#beating = undefined;
    }
    this.#present.delete(stream.id);
    if (!this.#isClosed) void endPresence([stream.id]);
  }

  /** Takes up what PostgreSQL told (migration live). */
  hear(payload: string): void {
    const [what, id = "", streamId = ""] = payload.split(" ");
    if (what === "ended") {
      for (const stream of this.#streams) if (stream.actor.sessionId === id) stream.end();
      return;
    }
    if (what === "events") this.#hasNews = true;
    else this.#looked.add(id);
    if (what === "came" && [...this.#streams].some((stream) => stream.id === streamId))
      this.#present.add(streamId);
    this.#wake();
  }

  /** The connection stands; `missed` when one had been lost. */
  async ready(missed: boolean): Promise<void> {
    if (missed && this.#hasBegun) {
      await this.#endRevoked();
      const events = await this.#recent.catchUp();
      if (events) await this.#spread(events, []);
      else for (const stream of this.#streams) stream.isBehind = true;
    } else await this.#recent.begin();
    this.#hasBegun = true;
    this.#hears = true;
    for (const stream of this.#streams) {
      if (stream.isBehind) this.#tell(stream, { event: "anew", data: true });
      this.#tell(stream, { event: "hears", data: true });
      stream.isBehind = false;
    }
    // What was told while it was read.
    this.#lookAgain();
  }

  /** Nothing is heard until the connection stands again. */
  lost(): void {
    this.#hears = false;
    for (const stream of this.#streams) this.#tell(stream, { event: "hears", data: false });
  }

  async #endRevoked(): Promise<void> {
    const ids = [...new Set([...this.#streams].map(({ actor }) => actor.sessionId))];
    if (ids.length === 0) return;
    const open = await db.session.findMany({
      where: { id: { in: ids }, revokedAt: null },
      select: { id: true },
    });
    const stillOpen = new Set(open.map(({ id }) => id));
    for (const stream of this.#streams) if (!stillOpen.has(stream.actor.sessionId)) stream.end();
  }

  #wake(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
      if (this.#hasNews || this.#looked.size > 0) this.#wake();
      // What is passed over becomes visible with a word of its own; what never does is forgotten some time later.
      else if (!this.#recent.isSettled) this.#later ??= setTimeout(() => this.#lookAgain(), RETRY).unref();
    });
  }

  #lookAgain(): void {
    this.#later = undefined;
    if (this.#isClosed || !this.#hears) return;
    this.#hasNews = true;
    this.#wake();
  }

  async #work(): Promise<void> {
    await pause(GATHER, undefined, { ref: false });
    const hadNews = this.#hasNews;
    const looked = [...this.#looked];
    this.#hasNews = false;
    this.#looked.clear();
    if (!this.#hears) return;
    try {
      await this.#spread(hadNews ? await this.#recent.follow() : [], looked);
    } catch (error) {
      log.warn({ err: error }, "what happened could not be read; it will be tried again");
      this.#hasNews ||= hadNews;
      for (const id of looked) this.#looked.add(id);
      await pause(RETRY, undefined, { ref: false });
    }
  }

  /** Tells each stream what its person may know of; what cannot be told now is told the next time. */
  async #spread(news: readonly LiveEvent[], looked: readonly string[]): Promise<void> {
    this.#untold.push(...news);
    const events = [...this.#untold];
    if (events.length + looked.length === 0) return;
    const streams = [...this.#streams];
    const isAsked = streams.some(({ actor }) => !hearsAll(actor));
    const claims = [...events.flatMap((event) => event.claims), ...looked];
    const holders = isAsked ? await holdersOfEach([...new Set(claims)]) : nobody();
    this.#untold.splice(0, events.length);
    const at = this.#recent.settled;
    const wordsFor = (actor: Actor): string => {
      const seen = heardClaims(actor, looked, holders);
      const said: Said[] = changesOf(heardEvents(actor, events, holders));
      if (seen.length > 0) said.push({ event: "looked", data: seen });
      return framesOf(said, at);
    };
    // The same for all who hear everything.
    const [first] = streams.filter(({ actor }) => hearsAll(actor));
    const toAll = first ? wordsFor(first.actor) : "";
    for (const stream of streams) {
      const words = hearsAll(stream.actor) ? toAll : wordsFor(stream.actor);
      if (words) stream.say(words);
    }
  }

  #tell(stream: LiveStream, said: Said): void {
    stream.say(framesOf([said], this.position));
  }

  /** A sign of life to every stream, which also ends what has expired; whoever looks at a claim goes on being there. */
  async beat(): Promise<void> {
    for (const stream of this.#streams) stream.say(framesOf([{ event: "beat", data: true }], null));
    if (this.#present.size === 0) return;
    const asked = [...this.#present];
    try {
      const there = new Set(await keepLooking(asked));
      for (const id of asked) if (!there.has(id)) this.#present.delete(id);
    } catch (error) {
      log.warn({ err: error }, "presences could not be renewed");
    }
  }

  /** Ends all streams, before the process does; their browsers come again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const streams = [...this.#streams];
    for (const stream of streams) stream.close();
    await endPresence(streams.map(({ id }) => id));
  }
}

/** Ends the presence of streams, or leaves it to its age. */
const endPresence = (streamIds: readonly string[]): Promise<void> =>
  lookAway(streamIds).catch((error) => log.warn({ err: error }, "presences could not be ended"));

/** The one of this process. */
export const liveHub = (): LiveHub => once("live hub", () => new LiveHub());
