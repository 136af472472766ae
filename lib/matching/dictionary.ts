import type { Term } from "./terms.ts";

/** Numbers terms from 0 in the order in which they are first seen; an open hash table in typed arrays. */
export class Dictionary {
  #slots = new Int32Array(1 << 12).fill(-1);
  #terms = new Uint32Array(1 << 11);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a term, or -1. */
  find(term: Term): number {
    return this.#slots[this.#slotOf(term)] ?? -1;
  }

  /** The number of a term, which it gets now if it has none. */
  number(term: Term): number {
    const slot = this.#slotOf(term);
    const found = this.#slots[slot] ?? -1;
    if (found >= 0) return found;
    const number = this.#size++;
    this.#terms[number] = term;
    this.#slots[slot] = number;
    if (this.#size === this.#terms.length) this.#grow();
    return number;
  }

  #slotOf(term: Term): number {
    const mask = this.#slots.length - 1;
    let slot = mixed(term) & mask;
    for (;;) {
      const number = this.#slots[slot] ?? -1;
      if (number < 0 || this.#terms[number] === term) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const terms = new Uint32Array(this.#terms.length * 2);
    terms.set(this.#terms);
    this.#terms = terms;
    this.#slots = new Int32Array(terms.length * 2).fill(-1);
    for (let number = 0; number < this.#size; number++) {
      this.#slots[this.#slotOf(terms[number] ?? 0)] = number;
    }
  }
}

function mixed(term: number): number {
  const once = Math.imul(term ^ (term >>> 16), 0x7feb352d);
  return once ^ (once >>> 15);
}
