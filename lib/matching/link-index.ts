import { ownPage } from "#lib/i18n/absolute";
import { noticeHref, noticeOn } from "#lib/i18n/addresses";
import { linkIdentity } from "#lib/wording/link-identity";
import { linksIn } from "#lib/wording/links";
import type { Fragment } from "./fragments.ts";

/** Which entry a link stands with; links are compared by the page that they lead to. */
export class LinkIndex {
  #ids = new Map<string, Set<string>>();
  #urls = new Map<string, string[]>();

  /** Adds the links that stand with an entry; a notice of this site is known by its own address alone. */
  add(id: string, links: readonly string[], notice?: string): void {
    const pages = links.map(pageOf).filter((page) => page !== null && noticeOn(page) === null);
    const urls = [...pages, notice ? noticeHref(notice) : null].filter((page) => page !== null);
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

  /**
   * The entries of given links and of the links in a text, the latter with where they stand. A page that stands with several
   * of them, such as the front of a newspaper, stands for none.
   */
  find(source: string, links: readonly string[]): { id: string; why: Fragment[] }[] {
    const found = new Map<string, Fragment[]>();
    for (const { address, start, end } of linksIn(source)) {
      const why = { text: source.slice(start, end), start, end };
      const id = this.#only(address);
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), why]);
    }
    for (const link of links) {
      const id = this.#only(link);
      if (id !== undefined && !found.has(id)) found.set(id, []);
    }
    return [...found].map(([id, why]) => ({ id, why }));
  }

  #only(link: string): string | undefined {
    const page = pageOf(link);
    const ids = page === null ? undefined : this.#ids.get(page);
    return ids?.size === 1 ? [...ids][0] : undefined;
  }
}

/** The one name of the page that a link leads to; of the pages of this site its notices alone stand for something. */
function pageOf(link: string): string | null {
  const page = linkIdentity(link);
  const own = page && ownPage(`https://${page}`);
  if (!own) return page;
  const notice = noticeOn(own);
  return notice && noticeHref(notice);
}
