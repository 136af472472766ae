import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { createBirpc } from "birpc";
import { log } from "#lib/platform/log";
import type { KnownTexts } from "./known-texts.ts";

type Work = Pick<KnownTexts, "put" | "drop" | "search" | "resembling">;
type Apart = { [Name in keyof Work]: (...args: Parameters<Work[Name]>) => Promise<ReturnType<Work[Name]>> };

/** The known texts in a thread of their own: however much is asked at once, the process answers everybody else meanwhile. */
export class TextsApart implements Apart {
  // From its file and not from a bundle.
  #thread = new Worker(/* turbopackIgnore: true */ resolve("lib/matching/texts-thread.ts"), { execArgv: [] });
  #texts = createBirpc<Work>(
    {},
    {
      post: (message) => this.#thread.postMessage(message),
      on: (hear) => void this.#thread.on("message", hear),
    },
  );
  #waiting = 0;
  /** Is kept when the thread is no more, whatever ended it; who waits for an answer is told. */
  readonly ended = Promise.withResolvers<void>();

  constructor() {
    this.#thread.on("error", (err) => log.error({ err }, "the thread of known texts failed"));
    this.#thread.on("exit", () => {
      this.#texts.$close(new Error("The thread of known texts has ended."));
      this.ended.resolve();
    });
    this.#thread.unref();
  }

  /** Adds claims, each in place of what was known of it: what is asked after this call, is asked of them too. */
  put(...args: Parameters<Work["put"]>) {
    return this.#call(this.#texts.put(...args));
  }

  /** Forgets claims. */
  drop(...args: Parameters<Work["drop"]>) {
    return this.#call(this.#texts.drop(...args));
  }

  /** The claims that a question is about, best first. */
  search(...args: Parameters<Work["search"]>) {
    return this.#call(this.#texts.search(...args));
  }

  /** Known claims that share words with a text, most alike first. */
  resembling(...args: Parameters<Work["resembling"]>) {
    return this.#call(this.#texts.resembling(...args));
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.#thread.terminate();
  }

  /** The process stays for whoever waits, and for nobody else. */
  async #call<Answer>(answer: Promise<Answer>): Promise<Answer> {
    if (this.#waiting++ === 0) this.#thread.ref();
    try {
      return await answer;
    } finally {
      if (--this.#waiting === 0) this.#thread.unref();
    }
  }
}
