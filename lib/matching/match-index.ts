import { BODY_START, compare, type Likeness, TITLE_END } from "./compare.ts";
import { Dictionary } from "./dictionary.ts";
import { normalised } from "./normalise.ts";
import { Postings } from "./postings.ts";
import { Question } from "./question.ts";
import { Shelf } from "./shelf.ts";
import { readTerms, type Term, termList, unitsOf } from "./terms.ts";

export interface Entry { id: string; kind: "debunk" | "claim"; texts: { title: string; body?: string; aliases?: readonly string[] }; urls?: readonly string[] }

const [listLimit, visitLimit, candidateLimit, unitLimit] = [50_000, 100_000, 300, 2000];

export class MatchIndex {
  #dictionary = new Dictionary();
  #postings = new Postings(listLimit);
  #shelf = new Shelf();
  #entries: ({ id: string; kind: "debunk" | "claim" } | null)[] = [];
  #numbers = new Map<string, number>();
  #lengths = new Uint16Array(1 << 10);
  #units = 0;
  #list = termList(5000);
  #list = termList(5000);
  #scores = new Float32Array(1 << 10);

  get size() { return this.#numbers.size; }

  add(entry: Entry): void {
    this.remove(entry.id);
    const number = this.#entries.length;
    this.#entries.push({ id: entry.id, kind: entry.kind });
    this.#numbers.set(entry.id, number);
    const titles = [entry.texts.title, ...(entry.texts.aliases ?? [])].map(normalised).filter(Boolean).join("\u0001").slice(0, unitLimit);
    const body = normalised(entry.texts.body ?? "").slice(0, unitLimit);
    this.#shelf.put(number, unitsOf(titles + "\u0002" + body));
    if (number >= this.#lengths.length) {
      const g = new Uint16Array(this.#lengths.length * 2); g.set(this.#lengths); this.#lengths = g;
      this.#scores = new Float32Array(g.length);
    }
    this.#lengths[number] = body.length + 3 * titles.length;
    this.#units += body.length + 3 * titles.length;
    const weights = new Map<Term, number>();
    const list = this.#list;
    readTerms(unitsOf(titles), 0, titles.length, list);
    for (let i = 0; i < list.size; i++) { const t = list.keys[i]!; weights.set(t, weights.has(t) ? 3 : 2); }
    readTerms(unitsOf(body), 0, body.length, list);
    for (let i = 0; i < list.size; i++) { const t = list.keys[i]!; const w = weights.get(t); weights.set(t, w === undefined ? 0 : w === 0 ? 1 : w === 2 ? 3 : w); }
    for (const [t, w] of weights) this.#postings.add(this.#dictionary.number(t), number, w);
  }

  remove(id: string): void {
    const n = this.#numbers.get(id);
    if (n === undefined) return;
    this.#numbers.delete(id);
    this.#entries[n] = null;
  }

  #idfOf = (term: Term): number => {
    const n = this.#dictionary.find(term);
    const c = n < 0 ? 0 : this.#postings.count(n);
    return Math.log(1 + (this.#entries.length - c + 0.5) / (c + 0.5));
  };

  ask(text: string): Question { return new Question(normalised(text), this.#idfOf); }

  candidates(question: Question, limit = candidateLimit): number[] {
    const terms = question.terms.map((term, at) => ({ number: this.#dictionary.find(term), idf: question.idf[at] ?? 0 })).filter(({ number }) => number >= 0).sort((x, y) => y.idf - x.idf);
    const scores = this.#scores;
    const touched: number[] = [];
    const average = this.#units / this.#entries.length;
    let left = visitLimit;
    for (const { number, idf } of terms) {
      if (!this.#postings.isListed(number)) continue;
      left -= this.#postings.count(number);
      if (left < 0 && left < visitLimit) break;
      this.#postings.each(number, (entry, weight) => {
        const tf = weight === 0 ? 1 : weight === 1 ? 2.3 : weight === 2 ? 3 : 5;
        const norm = 1.2 * (0.5 + (0.5 * (this.#lengths[entry] ?? 0)) / average);
        if (scores[entry] === 0) touched.push(entry);
        scores[entry] = (scores[entry] ?? 0) + (idf * tf * 2.2) / (tf + norm);
      });
    }
    const best = touched.filter((e) => this.#entries[e]).map((e) => [e, scores[e] ?? 0] as const).sort((x, y) => y[1] - x[1]).slice(0, limit);
    for (const e of touched) scores[e] = 0;
    return best.map(([e]) => e);
  }

  likenesses(question: Question, limit?: number): { id: string; likeness: Likeness }[] {
    const average = this.#units / this.#entries.length;
    return this.candidates(question, limit).map((n) => ({ id: this.#entries[n]?.id ?? "", likeness: compare(question, this.#shelf.get(n), this.#idfOf, average) })).sort((x, y) => y.likeness.bm25 - x.likeness.bm25);
  }
}
