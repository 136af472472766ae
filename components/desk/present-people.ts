import type { Present } from "#lib/desk/list-presence";
import type { LiveLine } from "./live-line.ts";

const GATHER = 150;
const MOST = 100;
const nobody: readonly Present[] = [];

/** Who else has the claims open that this page shows: asked once for all of them, and again for those where it changed. */
export class PresentPeople {
  readonly #watched = new Map<string, number>();
  readonly #people = new Map<string, readonly Present[]>();
  readonly #listeners = new Set<() => void>();
  readonly #wanted = new Set<string>();
  #asking: ReturnType<typeof setTimeout> | undefined;

  /** Asks again where the line says so, until the returned function is called. */
  follow(line: LiveLine): () => void {
    let wasLive = true;
    const stop = line.hear((word) => {
      if (word.kind === "looked") this.#want(word.claims);
      if (word.kind === "anew" || (word.kind === "state" && word.isLive && !wasLive))
        this.#want([...this.#watched.keys()]);
      if (word.kind === "state") wasLive = word.isLive;
    });
    return () => {
      stop();
      clearTimeout(this.#asking);
    };
  }

  /** Shows who is at a claim, until the returned function is called. */
  watch(claim: string, changed: () => void): () => void {
    this.#listeners.add(changed);
    this.#watched.set(claim, (this.#watched.get(claim) ?? 0) + 1);
    this.#want([claim]);
    return () => {
      this.#listeners.delete(changed);
      const left = (this.#watched.get(claim) ?? 1) - 1;
      if (left > 0) this.#watched.set(claim, left);
      else this.#watched.delete(claim);
    };
  }

  at(claim: string): readonly Present[] {
    return this.#people.get(claim) ?? nobody;
  }

  #want(claims: readonly string[]): void {
    for (const claim of claims) if (this.#watched.has(claim)) this.#wanted.add(claim);
    if (this.#wanted.size > 0) this.#asking ??= setTimeout(() => void this.#ask(), GATHER);
  }

  async #ask(): Promise<void> {
    const claims = [...this.#wanted].slice(0, MOST);
    for (const claim of claims) this.#wanted.delete(claim);
    // One at a time, so that what was asked first is not what is shown last.
    const answer = await fetch(`/api/desk/presence?claims=${claims.join(",")}`).catch(() => null);
    const people: Present[] = answer?.ok ? await answer.json() : [];
    for (const claim of claims) this.#people.set(claim, among(people, claim));
    for (const changed of this.#listeners) changed();
    this.#asking = undefined;
    this.#want([]);
  }
}

function among(people: readonly Present[], claim: string): readonly Present[] {
  const here = people.filter((one) => one.claim === claim);
  return here.length > 0 ? here : nobody;
}
