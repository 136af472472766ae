const pageUnits = 1 << 20;

/** Keeps the texts of entries as UTF-16 units in large pages; a million strings would burden the collector. */
export class Shelf {
  #pages: Uint16Array[] = [];
  #used = pageUnits;
  #page = new Uint32Array(1 << 10);
  #start = new Uint32Array(1 << 10);
  #length = new Uint32Array(1 << 10);

  /** Puts a text of at most a page under a number; numbers ascend. */
  put(number: number, units: Uint16Array): void {
    if (this.#used + units.length > pageUnits) {
      this.#pages.push(new Uint16Array(pageUnits));
      this.#used = 0;
    }
    if (number >= this.#page.length) this.#grow();
    this.#pages.at(-1)?.set(units, this.#used);
    this.#page[number] = this.#pages.length - 1;
    this.#start[number] = this.#used;
    this.#length[number] = units.length;
    this.#used += units.length;
  }

  /** The text under a number; a view, not a copy. */
  get(number: number): Uint16Array {
    const start = this.#start[number] ?? 0;
    const page = this.#pages[this.#page[number] ?? 0] ?? nothing;
    return page.subarray(start, start + (this.#length[number] ?? 0));
  }

  #grow(): void {
    this.#page = doubled(this.#page);
    this.#start = doubled(this.#start);
    this.#length = doubled(this.#length);
  }
}

const nothing = new Uint16Array(0);

function doubled(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}
