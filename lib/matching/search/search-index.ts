import { isHan } from "#lib/wording/characters";
import { normalised } from "#lib/wording/normalise";
import { Best } from "../best.ts";
import { Dictionary } from "../dictionary.ts";
import { inOrder } from "../order.ts";
import { Postings } from "../postings.ts";
import { Shelf } from "../shelf.ts";
import { readTerms, type Term, termList, unitsOf } from "../terms.ts";
import { type Ask, asksOf, searchedText } from "./asks.ts";
import { figuredTerms } from "./figures.ts";
import { keepOuterMeanings } from "./outer-meanings.ts";
import { putSpelled } from "./sounds.ts";
import { WordList } from "./word-list.ts";

/** What is searched of something: its titles and wordings, the names of its places and of all above them, and what else it says. */
export interface Searchable {
  id: string;
  titles: readonly string[];
  places: readonly string[];
  above: readonly string[];
  body: string;
}

/** Something that has what was searched for, and how much of it. */
export interface Hit {
  id: string;
  score: number;
}

/** How much of each part is kept, in UTF-16 units. */
const PART_LIMIT = 600;
/** A term in more entries than this is in too many to find one. */
const LISTED = 100_000;
/** How many postings a search reads, the most telling asks first. */
const VISITED = 80_000;
/** How many hits there are at most, and how many of them are compared by the order of their characters too. */
const [MOST, ORDERED] = [1000, 60];
/** What an ask counts where it stands: in the body, the name of what lies above a place, a title, the name of a place. */
const worth = [0.55, 0.75, 1, 1.15];
const [inBody, inAbove, inTitle, inPlace] = [0, 1, 2, 3];
/** What keeping the order of all characters adds to a search for nothing else. */
const ORDER = 0.35;
/** A hit has at least this part of what the search asks for, and of what the best hit has. */
const [LEAST, BESIDE_BEST] = [0.2, 0.4];
/** From so many characters on one may be mistyped; so much of them all has to stand there in their order. */
const [SPELLED, MOSTLY] = [3, 0.6];
/** Who asks in whole sentences uses words that no entry has: so many telling words are the most that is counted on. */
const COUNTED_ON = 5;

/** Parts the titles, the places, what is above them and the body of an entry; stands in no normalised text. */
const PART = "\u0001";
const PART_UNIT = PART.charCodeAt(0);

/** Texts that are searched for by words as people type them. */
export class SearchIndex {
  #dictionary = new Dictionary();
  #postings = new Postings(LISTED);
  #shelf = new Shelf();
  #words = new WordList();
  #entries: (string | null)[] = [];
  #numbers = new Map<string, number>();
  #scores = new Float32Array(1 << 10);
  /** The ask that was counted last for an entry, and what it counted. */
  #asked = new Uint16Array(1 << 10);
  #counted = new Float32Array(1 << 10);
  #touched = new Uint32Array(1 << 10);
  #list = termList(PART_LIMIT);
  /** Of the entry that is being added: its terms by number, and the best place where each stands. */
  #where = new Map<number, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** Adds something, in place of what it was before. */
  put({ id, titles, places, above, body }: Searchable): void {
    const parts = [titles, places, above, [body]].map((texts) =>
      normalised(texts.join("\n")).slice(0, PART_LIMIT),
    );
    const text = parts.join(PART);
    const before = this.#numbers.get(id);
    if (before !== undefined && this.#textOf(before) === text) return;
    this.remove(id);
    this.#add(id, text);
    if (this.#entries.length > 2 * this.size + 1000) this.#compact();
  }

  /** Forgets something; what is not there needs no forgetting. */
  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#entries[number] = null;
    this.#numbers.delete(id);
  }

  /** What has most of the words searched for, best first; of equals the newer, for ids are in the order of time. */
  find(question: string): Hit[] {
    const text = searchedText(question);
    const asks = asksOf(text, { count: this.#count, near: (word) => this.#words.near(word) });
    const found = this.#rank(text, asks, { inOrder: 0 });
    // With one character mistyped no pair may be left; then the others are looked for in their order.
    if (found.length > 0 || text.length < SPELLED) return found;
    return this.#rank(
      text,
      asks.map((ask) => ({ ...ask, isTelling: true })),
      { inOrder: MOSTLY },
    );
  }

  /** What has most of what is asked for, and at least such a part of all characters in their order. */
  #rank(text: string, asks: readonly Ask[], least: { inOrder: number }): Hit[] {
    const wanted = asks.reduce((sum, ask) => sum + this.#valueOf(ask), 0);
    const units = unitsOf(text);
    const all = units.reduce((sum, unit) => sum + (unit > 32 ? this.#weightOf(unit) : 0), 0);
    const enough = least.inOrder > 0 ? 0 : LEAST * Math.min(wanted, COUNTED_ON * this.#idf(0));
    const ranked = this.#visit(asks)
      .filter(({ score }) => score >= enough)
      .map(({ number, score }, at) => {
        const ordered = at < ORDERED && all > 0 ? this.#inOrder(units, number) / all : 0;
        return { number, ordered, score: score / wanted + ORDER * ordered };
      })
      .filter(({ ordered }) => ordered >= least.inOrder)
      .flatMap(({ number, score }) => {
        const id = this.#entries[number];
        return id ? [{ id, score: Math.round(score * 1e4) / 1e4 }] : [];
      })
      .sort((one, other) => other.score - one.score || (one.id < other.id ? 1 : -1));
    const best = ranked[0]?.score ?? 0;
    return ranked.filter(({ score }) => score >= BESIDE_BEST * best);
  }

  #count = (term: Term): number => {
    const number = this.#dictionary.find(term);
    return number < 0 ? 0 : this.#postings.count(number);
  };

  /** How telling a term is: the fewer entries have it, the more. */
  #idf = (term: Term): number => {
    const count = this.#count(term);
    return Math.log(1 + (this.#entries.length - count + 0.5) / (count + 0.5));
  };

  /** What an ask is worth to the whole search: as much as the best that any entry has for it. */
  #valueOf({ weight, options }: Ask): number {
    const known = [...options].filter(([term]) => this.#count(term) > 0);
    const values = known.map(([term, share]) => share * this.#idf(term));
    return weight * (values.length > 0 ? Math.max(...values) : this.#idf(0));
  }

  /** The entries that have the most of what is asked for, best first. */
  #visit(asks: readonly Ask[]): { number: number; score: number }[] {
    const order = asks
      .map((ask) => ({ ...ask, value: this.#valueOf(ask) }))
      .sort((one, other) => Number(other.isTelling) - Number(one.isTelling) || other.value - one.value);
    let [left, size] = [VISITED, 0];
    for (const [at, { weight, options, isTelling }] of order.entries()) {
      for (const [term, share] of options) {
        const number = this.#dictionary.find(term);
        if (number < 0 || !this.#postings.isListed(number)) continue;
        left -= this.#postings.count(number);
        if (left < 0 && size > 0) break;
        const value = weight * share * this.#idf(term);
        for (const posting of this.#postings.read(number)) {
          const entry = posting >>> 2;
          const counts = value * (worth[posting & 3] ?? 1);
          const before = this.#scores[entry] ?? 0;
          if (before === 0) {
            // What has no word of the search is no hit for its characters.
            if (!isTelling) continue;
            this.#touched[size++] = entry;
            this.#asked[entry] = 0;
          }
          const counted = this.#asked[entry] === at + 1 ? (this.#counted[entry] ?? 0) : 0;
          if (counts <= counted) continue;
          this.#scores[entry] = before + counts - counted;
          this.#counted[entry] = counts;
          this.#asked[entry] = at + 1;
        }
      }
    }
    const best = new Best(MOST);
    const found = new Map<number, number>();
    for (let at = 0; at < size; at++) {
      const entry = this.#touched[at] ?? 0;
      if (this.#entries[entry] != null) best.offer(entry, this.#scores[entry] ?? 0);
    }
    for (const number of best.ranked()) found.set(number, this.#scores[number] ?? 0);
    for (let at = 0; at < size; at++) this.#scores[this.#touched[at] ?? 0] = 0;
    return [...found].map(([number, score]) => ({ number, score }));
  }

  /** How much of a search stands in an entry's titles or the name of its place in its order, with whatever between. */
  #inOrder(units: Uint16Array, number: number): number {
    const entry = this.#shelf.get(number);
    const places = entry.indexOf(PART_UNIT);
    const above = entry.indexOf(PART_UNIT, places + 1);
    const parts = [entry.subarray(0, places), entry.subarray(places + 1, above)];
    return Math.max(...parts.map((part) => inOrder(units, part, this.#weightOf).sum));
  }

  /** What a character counts: a letter or figure half of one that no entry has. */
  #weightOf = (unit: number): number => (isHan(unit) ? this.#idf(unit) : this.#idf(0) / 2);

  #textOf = (number: number): string => String.fromCharCode(...this.#shelf.get(number));

  #add(id: string, text: string): void {
    const number = this.#entries.push(id) - 1;
    this.#numbers.set(id, number);
    if (number === this.#scores.length) this.#grow();
    this.#shelf.put(number, unitsOf(text));
    const [titles = "", places = "", above = "", body = ""] = text.split(PART);
    this.#read(titles, inTitle, true);
    this.#read(places, inPlace, true);
    this.#read(above, inAbove, true);
    this.#read(body, inBody, false);
    for (const [term, place] of this.#where) this.#postings.add(term, number, place);
    this.#where.clear();
  }

  /** Reads a part by its words; one that may be typed in any way also by sound, by first letters and with figures. */
  #read(part: string, place: number, isSpelled: boolean): void {
    const units = unitsOf(part);
    const put = (term: Term) => {
      const numbered = this.#dictionary.number(term);
      if ((this.#where.get(numbered) ?? -1) < place) this.#where.set(numbered, place);
    };
    readTerms(units, 0, units.length, this.#list);
    keepOuterMeanings(this.#list);
    for (let at = 0; at < this.#list.size; at++) put(this.#list.keys[at] ?? 0);
    if (!isSpelled) return;
    putSpelled(units, put);
    for (let at = 0; at < units.length; at++) for (const term of figuredTerms(units, at)) put(term);
    for (const [word] of part.matchAll(/[a-z]{4,}/gu)) this.#words.add(word);
  }

  #grow(): void {
    const length = this.#scores.length * 2;
    [this.#scores, this.#counted] = [new Float32Array(length), new Float32Array(length)];
    [this.#asked, this.#touched] = [new Uint16Array(length), new Uint32Array(length)];
  }

  /** Leaves behind what was replaced and removed, once that is more than half. */
  #compact(): void {
    const former = this.#entries.flatMap((id, number) => (id ? [{ id, text: this.#textOf(number) }] : []));
    [this.#dictionary, this.#postings] = [new Dictionary(), new Postings(LISTED)];
    [this.#shelf, this.#words] = [new Shelf(), new WordList()];
    this.#entries = [];
    for (const { id, text } of former) this.#add(id, text);
  }
}
