const pageBits = 20;
const pageSize = 1 << pageBits;
const inPage = pageSize - 1;
/** A list grows by slices: most terms are rare, a few are everywhere. */
const sliceSizes = [8, 16, 32, 64, 128, 256, 512, 1024];
const link = 4;

/**
 * For each term the entries that have it, with a weight of 0–3: ascending differences in a few bytes each, in
 * slices of shared pages, so that adding at the end is cheap. A list longer than the limit is given up and
 * only counted: a term in so many entries finds nothing, and the text of a candidate still tells of it.
 */
export class Postings {
  #pages: Uint8Array[] = [];
  #free = 0;
  #unpacked = new Uint32Array(1 << 8);
  #limit: number;
  #head = new Uint32Array(1 << 11);
  #tail = new Uint32Array(1 << 11);
  #sliceEnd = new Uint32Array(1 << 11);
  #last = new Int32Array(1 << 11);
  #count = new Uint32Array(1 << 11);
  #level = new Uint8Array(1 << 11);

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** In how many entries the term was put. */
  count(term: number): number {
    return this.#count[term] ?? 0;
  }

  isListed(term: number): boolean {
    const count = this.count(term);
    return count > 0 && count <= this.#limit;
  }

  add(term: number, entry: number, weight: number): void {
    if (term >= this.#count.length) this.#grow(term);
    const count = (this.#count[term] ?? 0) + 1;
    this.#count[term] = count;
    if (count > this.#limit) return;
    if (count === 1) this.#start(term);
    let value = (((entry - (this.#last[term] ?? 0)) << 2) | weight) >>> 0;
    this.#last[term] = entry;
    while (value > 0x7f) {
      this.#write(term, (value & 0x7f) | 0x80);
      value >>>= 7;
    }
    this.#write(term, value);
  }

  /** The entries that have the term, in ascending order, each as `entry << 2 | weight`; until the next are read. */
  read(term: number): Uint32Array {
    const count = this.isListed(term) ? this.count(term) : 0;
    if (this.#unpacked.length < count) this.#unpacked = new Uint32Array(2 * count);
    const unpacked = this.#unpacked;
    let at = this.#head[term] ?? 0;
    let level = 0;
    let entry = 0;
    let value = 0;
    let shift = 0;
    let size = 0;
    while (size < count) {
      const page = this.#pages[at >>> pageBits] ?? nothing;
      let offset = at & inPage;
      const end = offset + sizeOf(level++) - link;
      for (; offset < end && size < count; offset++) {
        const byte = page[offset] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte > 0x7f) {
          shift += 7;
        } else {
          entry += value >>> 2;
          unpacked[size++] = (entry << 2) | (value & 3);
          value = 0;
          shift = 0;
        }
      }
      if (size < count) at = readLink(page, end);
    }
    return unpacked.subarray(0, count);
  }

  #start(term: number): void {
    const at = this.#slice(0);
    this.#head[term] = at;
    this.#tail[term] = at;
    this.#sliceEnd[term] = at + sizeOf(0) - link;
    this.#level[term] = 0;
    this.#last[term] = 0;
  }

  #write(term: number, byte: number): void {
    let at = this.#tail[term] ?? 0;
    if (at === this.#sliceEnd[term]) {
      const level = Math.min((this.#level[term] ?? 0) + 1, 255);
      const next = this.#slice(level);
      const page = this.#pages[at >>> pageBits];
      if (page) writeLink(page, at & inPage, next);
      at = next;
      this.#level[term] = level;
      this.#sliceEnd[term] = at + sizeOf(level) - link;
    }
    const page = this.#pages[at >>> pageBits];
    if (page) page[at & inPage] = byte;
    this.#tail[term] = at + 1;
  }

  #slice(level: number): number {
    const size = sizeOf(level);
    if ((this.#free & inPage) + size > pageSize || this.#pages.length === 0) {
      this.#free = this.#pages.length * pageSize;
    }
    if (this.#free >>> pageBits >= this.#pages.length) this.#pages.push(new Uint8Array(pageSize));
    const at = this.#free;
    this.#free += size;
    return at;
  }

  #grow(term: number): void {
    const length = 2 ** Math.ceil(Math.log2(term + 1));
    this.#head = grown(this.#head, new Uint32Array(length));
    this.#tail = grown(this.#tail, new Uint32Array(length));
    this.#sliceEnd = grown(this.#sliceEnd, new Uint32Array(length));
    this.#last = grown(this.#last, new Int32Array(length));
    this.#count = grown(this.#count, new Uint32Array(length));
    this.#level = grown(this.#level, new Uint8Array(length));
  }
}

const nothing = new Uint8Array(0);

const sizeOf = (level: number) => sliceSizes[Math.min(level, sliceSizes.length - 1)] ?? 0;

const readLink = (page: Uint8Array, at: number) =>
  ((page[at] ?? 0) |
    ((page[at + 1] ?? 0) << 8) |
    ((page[at + 2] ?? 0) << 16) |
    ((page[at + 3] ?? 0) << 24)) >>>
  0;

function writeLink(page: Uint8Array, at: number, target: number): void {
  for (let byte = 0; byte < link; byte++) page[at + byte] = target >>> (8 * byte);
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
