import { parseArgs } from "node:util";
import { dot, knownMore, ofCrowd, rankFeatures } from "#lib/matching/score";
import { answersOf } from "./matching/answers.ts";
import { type Answer, type Choice, fitAnswers, fitChoices } from "./matching/fit.ts";
import { indexOf } from "./matching/quality.ts";
import { isHardBand, readSet, type SetQuestion } from "./matching/read-set.ts";
import { readCases } from "./text/read-cases.ts";

/**
 * Fits the weights of lib/matching/score.ts on a folder in the format of eval/dev and prints them: with --order those of
 * the order, with what they do to questions of claims held out of the fit, else those of the chance, which rests on the
 * order. With --cases also on a folder of cases; take others than those by which matching is measured.
 */
const { values } = parseArgs({
  options: { set: { type: "string" }, cases: { type: "string" }, order: { type: "boolean", default: false } },
});
if (!values.set) throw new Error("--set PATH is missing");
const set = await readSet(values.set);
const index = indexOf(set);
const folds = 5;
/**
 * The answers are fitted as if half of the questions were known. Of those that people ask it is about one in eight while
 * little is published, and one in four where nearly everything is that goes round.
 */
const known = -2;

type InFold<Row> = Row & { fold: number; question: SetQuestion };

if (values.order) fitOrder(40);
else fitChance(answersOf(set, index, values.cases ? await readCases(values.cases) : null));

function fitOrder(perQuestion: number): void {
  const disturbing = new Set(["boilerplate", "ocr", "homophone", "truncated18", "traditional"]);
  const disturbed = set.perturbed.filter(({ kind = "" }) => disturbing.has(kind));
  const choices: InFold<Choice>[] = [
    ...set.mainland.map((question) => ({ question, weight: 1 })),
    ...set.authored.map((question) => ({ question, weight: 2 })),
    ...disturbed.map((question) => ({ question, weight: 0.3 })),
  ].map(({ question, weight }) => {
    const found = index.rank(index.ask(question.text), perQuestion + (question.exclude?.length ?? 0));
    const top = {
      bm25: Math.max(...found.map(({ likeness }) => likeness.bm25)),
      shared: Math.max(...found.map(({ likeness }) => likeness.shared)),
    };
    const candidates = found
      .filter(({ id }) => !question.exclude?.includes(id))
      .map(({ id, likeness, told }) => ({
        x: rankFeatures(likeness, top, told),
        right: question.relevant.includes(id),
      }));
    return { question, weight, candidates, fold: foldOf(question) };
  });
  const fitted = choices.filter(({ candidates }) => candidates.some(({ right }) => right));
  const rows: Record<string, { first: number; all: number }> = {};
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitChoices(fitted.filter((one) => one.fold !== fold));
    for (const { candidates, question } of choices.filter((one) => one.fold === fold)) {
      const best = candidates.toSorted((one, other) => dot(other.x, weights) - dot(one.x, weights))[0];
      for (const band of bandsOf(question)) {
        const { first, all } = rows[band] ?? { first: 0, all: 0 };
        rows[band] = { first: first + (best?.right ? 1 : 0), all: all + 1 };
      }
    }
  }
  for (const [band, { first, all }] of Object.entries(rows)) {
    console.log(`held out, ${band}: first right in ${((100 * first) / all).toFixed(1)} %`);
  }
  console.log("rankWeights", rounded(fitChoices(fitted)));
}

function bandsOf(question: SetQuestion): string[] {
  return [question.kind ?? question.type, ...(set.mainland.includes(question) ? ["mainland"] : [])].concat(
    set.mainland.includes(question) && isHardBand(question) ? ["hard band"] : [],
  );
}

function fitChance(answers: readonly Answer[]): void {
  const weights = fitAnswers(answers, 10);
  const shifts = new Map([
    [0, known],
    [ofCrowd, knownMore],
  ]);
  console.log("chanceWeights", rounded(weights.map((weight, at) => weight + (shifts.get(at) ?? 0))));
}

function foldOf({ claim, id }: SetQuestion): number {
  let hash = 7;
  for (const character of claim ?? id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}

function rounded(weights: readonly number[]): string {
  return `[${weights.map((value) => Number(value.toFixed(2))).join(", ")}]`;
}
