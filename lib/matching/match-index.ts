import { UNIT_LIMIT, type Likeness } from "./compare.ts";
import { Corpus } from "./corpus.ts";
import { normalised } from "./normalise.ts";
import { Question } from "./question.ts";

export interface Entry { id: string; kind: "debunk" | "claim"; texts: { title: string; body?: string; aliases?: readonly string[] }; urls?: readonly string[] }

export class MatchIndex {
  #corpus = new Corpus();
  #entries: ({ id: string; kind: "debunk" | "claim" } | null)[] = [];
  #numbers = new Map<string, number>();

  add(entry: Entry): void {
    this.remove(entry.id);
    const { title, body = "", aliases = [] } = entry.texts;
    const titles = [title, ...aliases].map(normalised).filter(Boolean).join("\u0001").slice(0, UNIT_LIMIT);
    const n = this.#corpus.add(titles, normalised(body).slice(0, UNIT_LIMIT));
    this.#entries[n] = { id: entry.id, kind: entry.kind };
    this.#numbers.set(entry.id, n);
  }
  remove(id: string): void {
    const n = this.#numbers.get(id);
    if (n === undefined) return;
    this.#numbers.delete(id);
    this.#entries[n] = null;
  }
  ask(text: string) { return new Question(normalised(text), this.#corpus.idf); }
  likenesses(question: Question, limit = 300): { id: string; likeness: Likeness }[] {
    return this.#corpus.candidates(question, limit, (n) => this.#entries[n] !== null).map((n) => ({ id: this.#entries[n]?.id ?? "", likeness: this.#corpus.compare(question, n) })).sort((x, y) => y.likeness.bm25 - x.likeness.bm25);
  }
}
