import { type Facts, factsOf } from "./facts.ts";
import { bare, compact } from "./wording.ts";
import { type Worded, worded } from "./words.ts";

/** A wording to be compared with others; what costs more is worked out when it is first asked for. */
export class Said {
  readonly text: string;
  #compact: string | undefined;
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
