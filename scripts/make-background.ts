import { writeFile } from "node:fs/promises";
import { dict } from "@node-rs/jieba/dict.js";

/** Writes lib/matching/background.json: how common characters and pairs of them are, from the counts of jieba's dictionary. */
const [leastPair, leastSingle] = [300, 100];

const counts = { pairs: new Map<string, number>(), singles: new Map(), begins: new Map(), ends: new Map() };
let words = 0;
const add = (to: Map<string, number>, key: string, count: number) => to.set(key, (to.get(key) ?? 0) + count);

for (const line of new TextDecoder().decode(dict).split("\n")) {
  const [word = "", counted = "0"] = line.split(" ");
  const count = Number(counted);
  words += count;
  if (!/^[\u3400-\u9fff]+$/u.test(word)) continue;
  add(counts.begins, word.charAt(0), count);
  add(counts.ends, word.charAt(word.length - 1), count);
  for (let at = 0; at < word.length; at++) {
    add(counts.singles, word.charAt(at), count);
    if (at > 0) add(counts.pairs, word.slice(at - 1, at + 1), count);
  }
}

const table = {
  source: "The word counts of the dictionary of jieba (dict.txt of the package @node-rs/jieba)",
  licence: "MIT, Copyright (c) 2013 Sun Junyi",
  meaning: "By half octaves: a key k holds what was counted about 2^(k/2) times among so many words",
  words,
  pairs: byHalfOctave(counts.pairs, leastPair),
  singles: byHalfOctave(counts.singles, leastSingle),
  begins: byHalfOctave(counts.begins, leastSingle),
  ends: byHalfOctave(counts.ends, leastSingle),
};
await writeFile("lib/matching/background.json", `${JSON.stringify(table, null, 2)}\n`);

function byHalfOctave(counted: ReadonlyMap<string, number>, least: number): Record<string, string> {
  const common = [...counted].filter(([, count]) => count >= least);
  const levels = Map.groupBy(common, ([, count]) => Math.round(2 * Math.log2(count)));
  return Object.fromEntries([...levels].map(([level, keys]) => [level, keys.map(([key]) => key).join("")]));
}
