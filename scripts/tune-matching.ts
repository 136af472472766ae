import { parseArgs } from "node:util";
import type { Candidate, MatchIndex } from "#lib/matching/match-index";
import { chanceFeatures, dot, rankFeatures } from "#lib/matching/score";
import { compact, wordingOf } from "#lib/matching/wording";
import { type Answer, type Choice, fitAnswers, fitChoices } from "./matching/fit.ts";
import { indexOf, without } from "./matching/quality.ts";
import { isHardBand, readSet, type SetQuestion } from "./matching/read-set.ts";

/**
 * Fits the weights of lib/matching/score.ts on a folder in the format of eval/dev and prints them, with what they do to
 * questions of claims held out of the fit. The chance rests on the order, so fit that first, write it down, and run again.
 */
const { values } = parseArgs({ options: { set: { type: "string" } } });
if (!values.set) throw new Error("--set PATH is missing");
const set = await readSet(values.set);
const index = indexOf(set);
const folds = 5;

type InFold<Row> = Row & { fold: number; question: SetQuestion };

fitOrder(40);
fitChance();

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
      .map(({ id, likeness }) => ({ x: rankFeatures(likeness, top), right: question.relevant.includes(id) }));
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

function fitChance(): void {
  const share = set.mainland.length / (set.unmatched.length || 1);
  const answers: InFold<Answer>[] = [
    ...set.mainland.flatMap((question) => answerOf(question, 1, question.exclude ?? [])),
    ...set.unmatched.flatMap((question) => answerOf(question, share, [])),
  ];
  const bereft = set.mainland.flatMap((question) =>
    answerOf(question, 0.25, [...(question.exclude ?? []), ...question.relevant]),
  );
  const all = [...answers, ...bereft];
  const chances = new Map<InFold<Answer>, number>();
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitAnswers(all.filter((one) => one.fold !== fold));
    for (const answer of answers.filter((one) => one.fold === fold)) {
      chances.set(answer, 1 / (1 + Math.exp(-dot(answer.x, weights))));
    }
  }
  for (const alerts of [0.01, 0.02])
    console.log(`held out, at ${alerts} alerts:`, coverageOf(chances, alerts));
  console.log("chanceWeights", rounded(fitAnswers(all)));
}

/** The first entry that a question finds when some are not there. */
function answerOf(question: SetQuestion, weight: number, absent: readonly string[]): InFold<Answer>[] {
  const first = without(index, set, absent, (there: MatchIndex): Candidate | undefined => {
    return there.rank(there.ask(question.text), 1)[0];
  });
  if (!first) return [];
  const right = question.relevant.includes(first.id);
  return [{ question, weight, x: chanceFeatures(first.likeness, first), right, fold: foldOf(question) }];
}

/** How many known rumors are answered, and how rightly, when so many of the unknown texts are: without any veto. */
function coverageOf(chances: ReadonlyMap<InFold<Answer>, number>, alerts: number) {
  const long = [...chances].filter(([{ question }]) => compact(wordingOf(question.text).text).length >= 16);
  const known = long.filter(([{ question }]) => question.relevant.length > 0);
  const unknown = long.filter(([{ question }]) => question.relevant.length === 0);
  const limit = unknown.map(([, chance]) => chance).sort((one, other) => other - one)[
    Math.floor(alerts * set.unmatched.length)
  ];
  const answered = known.filter(([, chance]) => chance > (limit ?? 0));
  const precision = answered.filter(([{ right }]) => right).length / (answered.length || 1);
  return { threshold: limit, coverageOfLong: answered.length / (known.length || 1), precision };
}

function foldOf({ claim, id }: SetQuestion): number {
  let hash = 7;
  for (const character of claim ?? id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}

function rounded(weights: readonly number[]): string {
  return `[${weights.map((value) => Number(value.toFixed(2))).join(", ")}]`;
}
