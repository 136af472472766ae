import fc from "fast-check";
import { expect, it } from "vitest";
import { b, k1, titleWeight } from "./compare.ts";
import { Corpus } from "./corpus.ts";
import { Question } from "./question.ts";
import { pairOf, readTerms, type Term, termList, unitsOf } from "./terms.ts";

const idfOf = (corpus: Corpus, word: string) => corpus.idf(pairOf(word.charCodeAt(0), word.charCodeAt(1)));

function filled(entries: number, text: string): Corpus {
  const corpus = new Corpus();
  for (let at = 0; at < entries; at++) corpus.add(text, "");
  return corpus;
}

it.each(["学校", "今天", "真的", "高速"])("takes %s for common from the first entry on", (word) => {
  expect(idfOf(new Corpus(), word)).toBeLessThan(0.6 * idfOf(new Corpus(), "蚂蟥"));
});

it("takes a word for common that many entries have, whatever general Chinese has", () => {
  expect(idfOf(filled(20_000, "蚂蟥"), "蚂蟥")).toBeLessThan(1);
  expect(idfOf(filled(20_000, "蚂蟥"), "学校")).toBeGreaterThan(idfOf(new Corpus(), "学校"));
});

it("keeps what a word tells as long as nobody uses it", () => {
  const [few, many] = [filled(30, "水"), filled(3000, "水")];
  expect(idfOf(few, "停水") / idfOf(many, "停水")).toBeGreaterThan(0.9);
});

type Text = { title: string; body: string };

const termsOf = (text: string): Term[] => {
  const list = termList(text.length);
  readTerms(unitsOf(text), 0, text.length, list);
  return [...list.keys.subarray(0, list.size)];
};

/** BM25 as it is written down: how often a term counts is rounded to four steps, the length of an entry to 32 units. */
function scoreOf(
  corpus: Corpus,
  { title, body }: Text,
  texts: readonly Text[],
  asked: readonly Term[],
): number {
  const lengthOf = (text: Text) => text.body.length + titleWeight * text.title.length;
  const average = texts.reduce((sum, text) => sum + lengthOf(text), 0) / texts.length;
  const length = Math.round(lengthOf({ title, body }) / 32) * 32;
  const [titleTerms, bodyTerms] = [termsOf(title), termsOf(body)];
  const countOf = (term: Term) => {
    const inBody = bodyTerms.filter((other) => other === term).length;
    if (titleTerms.includes(term)) return inBody > 0 ? 5 : titleWeight;
    return inBody > 1 ? 2.3 : inBody;
  };
  return [...new Set(asked)].reduce((sum, term) => {
    const count = countOf(term);
    return sum + (corpus.idf(term) * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
  }, 0);
}

it("finds first what has the highest scores, without those that are gone, as if all were looked at", () => {
  const han = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(..."大水淹没城西老桥头今明后天停"), minLength: 1, maxLength });
  const text = fc.record({ title: han(12), body: han(90) });
  const texts = fc.array(text, { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(texts, han(20), fc.integer({ min: 1, max: 15 }), fc.nat(3), (all, asked, limit, gone) => {
      const corpus = new Corpus();
      for (const { title, body } of all) corpus.add(title, body);
      const isThere = (number: number) => number % 4 !== gone;
      const scores = all.map((one) => scoreOf(corpus, one, all, termsOf(asked)));
      const best = scores.filter((score, number) => score > 0 && isThere(number));
      const highest = best.toSorted((one, other) => other - one).slice(0, limit);
      const found = corpus.candidates(new Question(asked, corpus.idf), limit, isThere);
      expect(found.length).toBe(highest.length);
      for (const [at, number] of found.entries()) expect(scores[number]).toBeCloseTo(highest[at] ?? 0, 3);
    }),
  );
});
