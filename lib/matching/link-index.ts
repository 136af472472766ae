import { canonicalUrl, linksIn } from "#lib/wording/links";
import type { Fragment } from "./fragments.ts";

/** Which entries a link leads to; links are compared in their one spelling. */
export class LinkIndex {
  #ids = new Map<string, Set<string>>();
  #urls = new Map<string, string[]>();

  add(id: string, links: readonly string[]): void {
    const urls = links.map(canonicalUrl).filter((url) => url !== null);
    if (urls.length > 0) this.#urls.set(id, urls);
    for (const url of urls) this.#ids.set(url, (this.#ids.get(url) ?? new Set()).add(id));
  }

  remove(id: string): void {
    for (const url of this.#urls.get(id) ?? []) {
      const ids = this.#ids.get(url);
      ids?.delete(id);
      if (ids?.size === 0) this.#ids.delete(url);
    }
    this.#urls.delete(id);
  }

  /** The entries of given links and of the links in a text, the latter with where they stand. */
  find(source: string, links: readonly string[]): { id: string; why: Fragment[] }[] {
    const found = new Map<string, Fragment[]>();
    for (const { address, start, end } of linksIn(source)) {
      const why = { text: source.slice(start, end), start, end };
      const url = canonicalUrl(address);
      for (const id of (url && this.#ids.get(url)) || []) found.set(id, [...(found.get(id) ?? []), why]);
    }
    for (const link of links) {
      const url = canonicalUrl(link);
      for (const id of (url && this.#ids.get(url)) || []) if (!found.has(id)) found.set(id, []);
    }
    return [...found].map(([id, why]) => ({ id, why }));
  }
}
