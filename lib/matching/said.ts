import { type Facts, factsOf } from "./facts.ts";
import { type Blocks, blocksOf, type Compacted, pairsOf } from "./quote.ts";
import { canonical } from "./synonyms.ts";
import { bare, compact } from "./wording.ts";
import { type Worded, worded } from "./words.ts";

/** A wording to be compared with others; what costs more is worked out when it is first asked for. */
export class Said implements Compacted {
  readonly text: string;
  #compact: string | undefined;
  #canonical: string | undefined;
  #blocks: Blocks | undefined;
  #pairs: ReadonlySet<number> | undefined;
  #words: Worded | undefined;
  #facts: Facts | undefined;

  constructor(wording: string) {
    this.text = wording;
  }

  /** Without the marks between its clauses and words. */
  get compact(): string {
    this.#compact ??= compact(this.text);
    return this.#compact;
  }

  /** With one word for each meaning. */
  get canonical(): string {
    this.#canonical ??= canonical(this.text);
    return this.#canonical;
  }

  get blocks(): Blocks {
    this.#blocks ??= blocksOf(this.compact);
    return this.#blocks;
  }

  get pairs(): ReadonlySet<number> {
    this.#pairs ??= pairsOf(this.compact);
    return this.#pairs;
  }

  get words(): Worded {
    this.#words ??= worded(this.text);
    return this.#words;
  }

  get facts(): Facts {
    this.#facts ??= factsOf(this.text);
    return this.#facts;
  }

  /** How many characters it has in words that say something. */
  get content(): number {
    return this.words.words.reduce((sum, { kind, text }) => sum + (kind === null ? 0 : text.length), 0);
  }

  /** Whether another wording says the same but for particles and names of one thing. */
  equals(other: Said): boolean {
    if (this.compact !== "" && this.compact === other.compact) return true;
    const barely = bare(this.text);
    return barely !== "" && barely === bare(other.text);
  }

  /** 几层, 怎么办: who asks so wants to know something and tells nothing; in a longer text it may be an aside. */
  isOpen(upTo: number): boolean {
    return this.compact.length < upTo && openQuestion.test(this.compact);
  }
}

const openQuestion = /几(?!乎)|怎么|怎样|多少|什么|哪/u;
