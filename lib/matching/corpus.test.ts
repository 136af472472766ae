import { expect, it } from "vitest";
import { Corpus } from "./corpus.ts";
import { pairOf } from "./terms.ts";

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
