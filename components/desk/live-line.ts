import { LiveStream } from "./live-stream.ts";
import type { AmongTabs, Heard, Word } from "./live-words.ts";

const NAME = "bianzhen-live";
const KEPT = 500;
const MOST_IN_SIGHT = 20;
/** A tab says again what it has in sight after so long; one that has not for a while was killed. */
const REMIND = 60_000;
const FORGOTTEN = 150_000;

type Sight = { claims: readonly string[]; at: number };

/**
 * What a tab hears of the desk. One tab of the browser is elected and has the stream, the others are told by it; where a browser
 * cannot elect, each tab has its own.
 */
export class LiveLine {
  readonly #tab = Math.random().toString(36).slice(2);
  readonly #listeners = new Set<(word: Word) => void>();
  #channel: BroadcastChannel | null = null;
  #stream: LiveStream | null = null;
  #recent: Heard[] = [];
  /** Everything behind this number was heard. */
  #from: number | null = null;
  /** The number from which to go on. */
  #at: number | null = null;
  #isLive = true;
  /** As the stream told last. */
  #unread: number | null = null;
  /** By which build this page is, and the server's pages now. */
  readonly #build: string | null;
  #served: string | null;
  #own: readonly string[] = [];
  /** By tab; the elected one puts it together. */
  readonly #sights = new Map<string, Sight>();

  constructor(build: string | null) {
    this.#build = build;
    this.#served = build;
  }

  /** Whether the server was renewed since the page was loaded: whatever it makes now would load the page anew. */
  get isRenewed(): boolean {
    return this.#build !== this.#served;
  }

  /** Takes part from now on, until the returned function is called. */
  open(): () => void {
    const over = new AbortController();
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const reminding = setInterval(() => this.#say(), REMIND);
    const leave = () => this.#say([]);
    const say = () => this.#say();
    document.addEventListener("visibilitychange", say);
    window.addEventListener("pagehide", leave);
    if ("locks" in navigator && "BroadcastChannel" in window) {
      this.#channel = new BroadcastChannel(NAME);
      this.#channel.onmessage = ({ data }: MessageEvent<AmongTabs>) => this.#listen(data);
      if (this.#at !== null) this.#post({ kind: "since", tab: this.#tab, n: this.#at });
      const lead = () => {
        this.#lead();
        return ended;
      };
      navigator.locks.request(NAME, { signal: over.signal }, lead).catch(() => {});
      this.#say();
    } else this.#lead();
    return () => {
      leave();
      document.removeEventListener("visibilitychange", say);
      window.removeEventListener("pagehide", leave);
      clearInterval(reminding);
      over.abort();
      this.#stream?.close();
      this.#stream = null;
      end();
      this.#channel?.close();
      this.#channel = null;
    };
  }

  /** A page is there that shows everything up to a number; gives what was heard behind it. */
  show(since: number | null): readonly Heard[] {
    this.#at ??= since;
    this.#from ??= since;
    return since === null ? [] : this.#recent.filter(({ n }) => n > since);
  }

  /** The claim whose page is open in this tab. */
  look(claims: readonly string[]): void {
    this.#own = claims;
    this.#say();
  }

  /** Hears everything from now on, until the returned function is called. */
  hear(listener: (word: Word) => void): () => void {
    this.#listeners.add(listener);
    listener({ kind: "state", isLive: this.#isLive });
    return () => void this.#listeners.delete(listener);
  }

  #lead(): void {
    this.#stream = new LiveStream(this.#at, (word) => {
      this.#take(word);
      this.#post(word);
    });
    this.#post({ kind: "elected" });
    this.#say();
  }

  #post(message: AmongTabs): void {
    this.#channel?.postMessage(message);
  }

  #listen(message: AmongTabs): void {
    switch (message.kind) {
      case "since":
        if (this.#stream) this.#post({ kind: "missed", tab: message.tab, word: this.#missed(message.n) });
        if (this.#stream) this.#post({ kind: "state", isLive: this.#isLive });
        if (this.#stream) this.#post({ kind: "build", build: this.#served });
        if (this.#stream && this.#unread !== null) this.#post({ kind: "alerts", unread: this.#unread });
        return;
      case "missed":
        if (message.tab === this.#tab) this.#take(message.word);
        return;
      case "sight":
        if (this.#stream) this.#see(message.tab, message.claims);
        return;
      case "elected":
        this.#say();
        return;
      default:
        this.#take(message);
    }
  }

  #missed(n: number): Word {
    if (this.#from === null || n < this.#from) return { kind: "anew" };
    return { kind: "changes", events: this.#recent.filter((event) => event.n > n), at: this.#at ?? n };
  }

  #take(word: Word): void {
    let fresh = word;
    if (word.kind === "changes") {
      this.#at = word.at;
      this.#from ??= word.at;
      // After a lost connection some of it is told twice.
      const known = new Set(this.#recent.map(({ n, type, claims }) => `${n} ${type} ${claims.join()}`));
      const events = word.events.filter(({ n, type, claims }) => !known.has(`${n} ${type} ${claims.join()}`));
      this.#recent.push(...events);
      for (const { n } of this.#recent.splice(0, this.#recent.length - KEPT))
        this.#from = Math.max(this.#from ?? 0, n);
      fresh = { ...word, events };
    }
    if (word.kind === "state") this.#isLive = word.isLive;
    if (word.kind === "build") this.#served = word.build;
    if (word.kind === "alerts") this.#unread = word.unread;
    for (const listener of this.#listeners) listener(fresh);
  }

  /** Tells the elected tab what is in sight here. */
  #say(claims: readonly string[] = document.visibilityState === "visible" ? this.#own : []): void {
    if (this.#stream) this.#see(this.#tab, claims);
    else this.#post({ kind: "sight", tab: this.#tab, claims });
  }

  #see(tab: string, claims: readonly string[]): void {
    const at = performance.now();
    this.#sights.set(tab, { claims, at });
    for (const [other, sight] of this.#sights) if (sight.at < at - FORGOTTEN) this.#sights.delete(other);
    const all = [...this.#sights.values()].flatMap((sight) => sight.claims);
    this.#stream?.look([...new Set(all)].toSorted().slice(0, MOST_IN_SIGHT));
    if (claims.length > 0 && !this.#isLive) this.#stream?.hurry();
  }
}
