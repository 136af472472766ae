import { parseArgs } from "node:util";
import { chanceFeatures, dot, rankFeatures } from "#lib/matching/score";
import { indexOf } from "./matching/quality.ts";
import { isHardBand, readSet, type SetQuestion } from "./matching/read-set.ts";

/** Fits the weights of lib/matching/score.ts on a folder in the format of eval/dev and prints them. */
const { values } = parseArgs({ options: { set: { type: "string" } } });
if (!values.set) throw new Error("--set PATH is missing");
const set = await readSet(values.set);
const index = indexOf(set);
const disturbing = new Set(["boilerplate", "ocr", "homophone", "truncated18"]);
const [perQuestion, folds] = [60, 5];

interface Sample {
  fold: number;
  weight: number;
  /** For each candidate its features, and whether it is right. */
  rank: { x: number[]; right: boolean }[];
}

const samples = [
  ...set.mainland.map((question) => sampleOf(question, isHardBand(question) ? 1.5 : 1)),
  ...set.authored.map((question) => sampleOf(question, 3)),
  ...set.perturbed.filter(({ kind = "" }) => disturbing.has(kind)).map((question) => sampleOf(question, 0.5)),
].filter(({ rank }) => rank.some(({ right }) => right));

function sampleOf(question: SetQuestion, weight: number): Sample {
  const found = index
    .rank(index.ask(question.text), perQuestion + 20)
    .filter(({ id }) => !question.exclude?.includes(id))
    .sort((one, other) => other.likeness.bm25 - one.likeness.bm25)
    .slice(0, perQuestion);
  const top = {
    bm25: Math.max(...found.map(({ likeness }) => likeness.bm25)),
    shared: Math.max(...found.map(({ likeness }) => likeness.shared)),
  };
  const rank = found.map(({ id, likeness }) => ({
    x: rankFeatures(likeness, top),
    right: question.relevant.includes(id),
  }));
  return { fold: foldOf(question.claim ?? question.id), weight, rank };
}

/** The gradient of the softmax loss: what the wrong candidates take from the right ones. */
function rankGradient(train: readonly Sample[], weights: readonly number[]): number[] {
  const gradient = weights.map(() => 0);
  for (const { rank, weight } of train) {
    const raised = rank.map(({ x }) => Math.exp(Math.min(50, dot(x, weights))));
    const all = raised.reduce((sum, value) => sum + value, 0);
    const right = rank.reduce((sum, one, at) => sum + (one.right ? (raised[at] ?? 0) : 0), 0);
    for (const [at, one] of rank.entries()) {
      const value = raised[at] ?? 0;
      const pull = weight * (value / all - (one.right ? value / right : 0));
      for (const [feature, x] of one.x.entries()) gradient[feature] = (gradient[feature] ?? 0) + pull * x;
    }
  }
  return gradient.map((value) => value / train.length);
}

const rankSize = samples[0]?.rank[0]?.x.length ?? 0;
const hits = { right: 0, all: 0 };
for (let fold = 0; fold < folds; fold++) {
  const weights = descend(rankSize, (now) =>
    rankGradient(
      samples.filter((one) => one.fold !== fold),
      now,
    ),
  );
  for (const { rank } of samples.filter((one) => one.fold === fold)) {
    const best = rank.reduce((one, other) => (dot(other.x, weights) > dot(one.x, weights) ? other : one));
    hits.all++;
    if (best.right) hits.right++;
  }
}
console.log(`rank: first right in ${((100 * hits.right) / hits.all).toFixed(1)} % of held-out questions`);
console.log("rankWeights", rounded(descend(rankSize, (now) => rankGradient(samples, now))));

const firsts = [
  ...set.mainland.map((question) => ({ question, weight: 1 })),
  ...set.unmatched.map((question) => ({
    question,
    weight: set.mainland.length / (set.unmatched.length || 1),
  })),
].flatMap(({ question, weight }) => {
  const [first, ...others] = index
    .rank(index.ask(question.text), 30)
    .filter(({ id }) => !question.exclude?.includes(id));
  if (!first) return [];
  const standing = {
    rank: first.rank,
    next: others[0]?.rank ?? Number.NEGATIVE_INFINITY,
    tenth: others[8]?.rank ?? Number.NEGATIVE_INFINITY,
    relative: first.relative,
  };
  return [
    {
      weight,
      x: chanceFeatures(first.likeness, standing),
      right: question.relevant.includes(first.id) ? 1 : 0,
    },
  ];
});

const chanceWeights = descend(firsts[0]?.x.length ?? 0, (now) => {
  const gradient = now.map(() => 0);
  let total = 0;
  for (const { x, right, weight } of firsts) {
    const error = weight * (1 / (1 + Math.exp(-dot(x, now))) - right);
    total += weight;
    for (const [feature, value] of x.entries()) gradient[feature] = (gradient[feature] ?? 0) + error * value;
  }
  return gradient.map((value) => value / (total || 1));
});
console.log("chanceWeights", rounded(chanceWeights));

/** Adam with a little weight decay: small, and good enough for a dozen weights. */
function descend(size: number, gradientAt: (weights: readonly number[]) => number[]): number[] {
  const weights = new Array<number>(size).fill(0);
  const [mean, square] = [weights.slice(), weights.slice()];
  for (let step = 1; step <= 400; step++) {
    for (const [at, slope] of gradientAt(weights).entries()) {
      const gradient = slope + 1e-3 * (weights[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * gradient;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * gradient ** 2;
      const unbiased = (mean[at] ?? 0) / (1 - 0.9 ** step);
      weights[at] =
        (weights[at] ?? 0) - (0.05 * unbiased) / (Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return weights;
}

function foldOf(id: string): number {
  let hash = 7;
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}

function rounded(weights: readonly number[]): string {
  return `[${weights.map((value) => Number(value.toFixed(2))).join(", ")}]`;
}
