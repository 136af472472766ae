import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "#lib/access/actor";
import { countUnread } from "#lib/alerts/queries";
import { AppError } from "#lib/platform/errors";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import { heardEvents, hearsAll, holdersFor } from "./may-hear.ts";
import { endPresence, Presences } from "./presences.ts";
import type { LiveEvent } from "./read-events.ts";
import { RecentEvents } from "./recent-events.ts";
import { endOfSession, openAmong } from "./sessions.ts";
import { changesOf, framesOf, LiveStream, type Said } from "./stream.ts";
import { wordsOf } from "./words-of.ts";

/** What is told within this time is read together, for all streams of the process. */
const GATHER = 200;
const RETRY = 1_000;
const BEAT = 20_000;
/** Browsers that lose a stream come again after so long. */
const COME_AGAIN = 3_000;
const MOST_STREAMS = 5_000;
/** Room for several devices, and for browsers in which each tab has a stream of its own. */
const MOST_OF_ONE = 30;

/** The open streams of this process, and what it tells them; it reads once what happened, however many there are. */
export class LiveHub {
  /** The build of the pages that this process serves; null while it is developed. */
  build: string | null = null;
  readonly #recent = new RecentEvents();
  readonly #streams = new Set<LiveStream>();
  /** Streams of this process by which somebody is known to look at a claim. */
  readonly #present = new Presences();
  readonly #looked = new Set<string>();
  /** People whose unread alerts are to be counted anew. */
  readonly #alerted = new Set<string>();
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
    const own = this.#streamsOf(userId).length;
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
    const end = await endOfSession(stream.actor.sessionId);
    if (!end) return stream.end();
    const said: Said[] = [{ event: "hello", data: { stream: stream.id, build: this.build } }];
    const at = this.position;
    stream.isBehind = at === null;
    if (stream.isBehind) said.push({ event: "hears", data: false });
    else if (since !== null) said.push(...(await this.#missed(stream, since)));
    said.push({ event: "alerts", data: await countUnread(stream.actor) });
    stream.begin(end, `retry: ${COME_AGAIN}\n\n${framesOf(said, at)}`);
  }

  async #missed({ actor }: LiveStream, since: number): Promise<Said[]> {
    const events = this.#recent.since(since);
    if (events === null) return [{ event: "anew", data: true }];
    const holders = await holdersFor(
      [actor],
      events.flatMap(({ claims }) => claims),
    );
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
    if (what === "alerts") {
      if (this.#streamsOf(id).length === 0) return;
      this.#alerted.add(id);
    } else if (what === "events") this.#hasNews = true;
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
      if (missed) this.#alerted.add(stream.actor.userId);
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
    const stillOpen = await openAmong([...new Set([...this.#streams].map(({ actor }) => actor.sessionId))]);
    for (const stream of this.#streams) if (!stillOpen.has(stream.actor.sessionId)) stream.end();
  }

  #wake(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
      if (this.#hasNews || this.#looked.size + this.#alerted.size > 0) this.#wake();
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
    const alerted = [...this.#alerted];
    this.#hasNews = false;
    this.#looked.clear();
    this.#alerted.clear();
    if (!this.#hears) return;
    try {
      await this.#spread(hadNews ? await this.#recent.follow() : [], looked);
      await this.#countFor(alerted);
    } catch (error) {
      log.warn({ err: error }, "what happened could not be read; it will be tried again");
      this.#hasNews ||= hadNews;
      for (const id of looked) this.#looked.add(id);
      for (const id of alerted) this.#alerted.add(id);
      await pause(RETRY, undefined, { ref: false });
    }
  }

  /** Tells each stream what its person may know of; what cannot be told now is told the next time. */
  async #spread(news: readonly LiveEvent[], looked: readonly string[]): Promise<void> {
    this.#untold.push(...news);
    const events = [...this.#untold];
    if (events.length + looked.length === 0) return;
    const streams = [...this.#streams];
    const claims = [...events.flatMap((event) => event.claims), ...looked];
    const holders = await holdersFor(
      streams.map(({ actor }) => actor),
      claims,
    );
    this.#untold.splice(0, events.length);
    const at = this.#recent.settled;
    const wordsFor = (actor: Actor): string => wordsOf(actor, { events, looked, holders }, at);
    // The same for all who hear everything.
    const [first] = streams.filter(({ actor }) => hearsAll(actor));
    const toAll = first ? wordsFor(first.actor) : "";
    for (const stream of streams) {
      const words = hearsAll(stream.actor) ? toAll : wordsFor(stream.actor);
      if (words) stream.say(words);
    }
  }

  #streamsOf = (userId: string) => [...this.#streams].filter(({ actor }) => actor.userId === userId);

  /** Tells people how much they have not read, each at their own streams alone. */
  async #countFor(userIds: readonly string[]): Promise<void> {
    for (const own of userIds.map(this.#streamsOf)) {
      const unread = own[0] ? await countUnread(own[0].actor) : 0;
      for (const stream of own) this.#tell(stream, { event: "alerts", data: unread });
    }
  }

  #tell(stream: LiveStream, said: Said): void {
    stream.say(framesOf([said], this.position));
  }

  /** A sign of life to every stream, which also ends what has expired; whoever looks at a claim goes on being there. */
  async beat(): Promise<void> {
    for (const stream of this.#streams) stream.say(framesOf([{ event: "beat", data: true }], null));
    await this.#present.renew();
  }

  /** Ends all streams, before the process does; their browsers come again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const streams = [...this.#streams];
    for (const stream of streams) stream.close();
    await endPresence(streams.map(({ id }) => id));
  }
}

/** The one of this process. */
export const liveHub = (): LiveHub => once("live hub", () => new LiveHub());
