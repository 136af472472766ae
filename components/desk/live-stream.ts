import type { Heard, Word } from "./live-words.ts";

/** The server says something every twenty seconds. */
const SILENCE = 50_000;
/** When a browser has given up, it is tried again after so long; from the last one on the page is also brought up to date. */
const AGAIN = [5_000, 15_000, 60_000] as const;
const GATHER = 300;

/** The stream of a browser, kept by one of its tabs: it comes again by itself, from where it was. */
export class LiveStream {
  #since: number | null;
  readonly #hear: (word: Word) => void;
  #source: EventSource | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLive: boolean | null = null;
  /** By this name the server knows it. */
  #id: string | null = null;
  #sight: readonly string[] = [];
  #noted = "[]";
  #noting: ReturnType<typeof setTimeout> | undefined;

  constructor(since: number | null, hear: (word: Word) => void) {
    this.#since = since;
    this.#hear = hear;
    this.#open();
  }

  get isLive(): boolean {
    return this.#isLive === true;
  }

  /** Tries at once what waits to be tried again. */
  hurry(): void {
    if (!this.#source) this.#open();
  }

  /** Tells the server what the tabs of this browser have in sight. */
  look(claims: readonly string[]): void {
    this.#sight = claims;
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => this.#note(), GATHER);
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#noting);
    this.#source?.close();
    this.#source = null;
  }

  #open(): void {
    this.close();
    const query = this.#since === null ? "" : `?since=${this.#since}`;
    const source = new EventSource(`/api/desk/live${query}`);
    this.#source = source;
    const on = <Data>(name: string, act: (data: Data) => void) =>
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId !== "") this.#since = Number(lastEventId);
        this.#await(SILENCE, () => this.#open());
        act(JSON.parse(data));
      });
    on<{ stream: string; build: string | null }>("hello", ({ stream, build }) => {
      [this.#id, this.#noted, this.#failures] = [stream, "[]", 0];
      this.#become(true);
      this.#hear({ kind: "build", build });
      if (this.#since !== null) this.#hear({ kind: "changes", events: [], at: this.#since });
      this.look(this.#sight);
    });
    on<Heard[]>("changes", (events) => this.#hear({ kind: "changes", events, at: this.#since ?? 0 }));
    on<string[]>("looked", (claims) => this.#hear({ kind: "looked", claims }));
    on<number>("alerts", (unread) => this.#hear({ kind: "alerts", unread }));
    on("anew", () => this.#hear({ kind: "anew" }));
    on<boolean>("hears", (hears) => this.#become(hears));
    on("beat", () => {});
    on("ended", () => {
      this.#hear({ kind: "anew" });
      this.#giveUp();
    });
    source.addEventListener("error", () => {
      this.#become(false);
      // Else the browser comes again by itself.
      if (source.readyState === EventSource.CLOSED) this.#giveUp();
    });
    this.#await(SILENCE, () => this.#open());
  }

  /** Nobody takes us now: there is too much, or nobody is signed in any more. */
  #giveUp(): void {
    this.close();
    this.#become(false);
    this.#failures += 1;
    if (this.#failures >= AGAIN.length) this.#hear({ kind: "anew" });
    this.#await(AGAIN[Math.min(this.#failures, AGAIN.length) - 1] ?? SILENCE, () => this.#open());
  }

  #await(milliseconds: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
  }

  #become(isLive: boolean): void {
    if (this.#isLive === isLive) return;
    this.#isLive = isLive;
    this.#hear({ kind: "state", isLive });
  }

  #note(): void {
    const claims = JSON.stringify(this.#sight);
    if (!this.#id || this.#noted === claims) return;
    this.#noted = claims;
    const body = JSON.stringify({ stream: this.#id, claims: this.#sight });
    const headers = { "content-type": "application/json" };
    fetch("/api/desk/presence", { method: "POST", headers, body, keepalive: true }).catch(() => {
      this.#noted = "";
    });
  }
}
