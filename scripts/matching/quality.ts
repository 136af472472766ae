import { MatchIndex } from "#lib/matching/match-index";
import { wordingOf } from "#lib/matching/wording";
import { type EvalSet, isHardBand, type SetQuestion } from "./read-set.ts";

/** Ids for a question, best first. */
export type Search = (question: SetQuestion) => string[] | Promise<string[]>;

export interface Ranking {
  questions: number;
  recall1: number;
  recall5: number;
  mrr: number;
}

export function indexOf({ pool }: EvalSet): MatchIndex {
  const index = new MatchIndex();
  for (const { id, title, body } of pool) index.add({ id, kind: "debunk", texts: { title, body } });
  return index;
}

/** What is found when some entries are not there; they are back afterwards. */
export function without<Found>(
  index: MatchIndex,
  { pool }: EvalSet,
  absent: readonly string[],
  find: (index: MatchIndex) => Found,
): Found {
  const gone = absent.length > 0 ? pool.filter(({ id }) => absent.includes(id)) : [];
  for (const { id } of gone) index.remove(id);
  const found = find(index);
  for (const { id, title, body } of gone) index.add({ id, kind: "debunk", texts: { title, body } });
  return found;
}

/** How high the right entries stand; excluded ones are dropped from the ranking first. */
export async function measureRanking(questions: readonly SetQuestion[], search: Search): Promise<Ranking> {
  const sums = { recall1: 0, recall5: 0, mrr: 0 };
  for (const question of questions) {
    const found = (await search(question)).filter((id) => !question.exclude?.includes(id));
    const place = found.findIndex((id) => question.relevant.includes(id));
    if (place === 0) sums.recall1++;
    if (place >= 0 && place < 5) sums.recall5++;
    if (place >= 0) sums.mrr += 1 / (place + 1);
  }
  const count = questions.length || 1;
  return {
    questions: questions.length,
    recall1: sums.recall1 / count,
    recall5: sums.recall5 / count,
    mrr: sums.mrr / count,
  };
}

/** The rows of the ranking table, each with its questions. */
export function bandsOf(set: EvalSet): Record<string, SetQuestion[]> {
  const kinds = Object.groupBy(set.perturbed, ({ kind = "" }) => kind);
  return {
    mainland: set.mainland,
    "hard band": set.mainland.filter(isHardBand),
    authored: set.authored,
    cofacts: set.cofacts,
    ...Object.fromEntries(Object.entries(kinds).map(([kind, questions = []]) => [kind, questions])),
  };
}

/** What is answered without a person: on known rumors, and on texts that nothing answers. */
export function measureSame(set: EvalSet, index: MatchIndex) {
  const first = ({ text, exclude = [] }: SetQuestion) =>
    without(index, set, exclude, (there) => there.search({ text }, 1)[0]);
  const answered = set.mainland.flatMap((question) => {
    const match = first(question);
    return match?.level === "same" ? [question.relevant.includes(match.id)] : [];
  });
  const alerts = set.unmatched.filter((question) => first(question)?.level === "same").length;
  const suggested = set.unmatched.filter((question) => first(question) !== undefined).length;
  const long = set.mainland.filter(
    ({ text }) => wordingOf(text).text.replace(/\s/gu, "").length >= 16,
  ).length;
  return {
    precision: answered.filter(Boolean).length / (answered.length || 1),
    coverage: answered.length / (set.mainland.length || 1),
    coverageOfLongTexts: answered.length / (long || 1),
    falsePer1000: (1000 * alerts) / (set.unmatched.length || 1),
    suggestedOfUnmatched: suggested / (set.unmatched.length || 1),
  };
}

/** Template rumors that are taken for one another, and wordings of one claim that are kept together. */
export function measurePairs(set: EvalSet, index: MatchIndex) {
  const levels = set.pairs.map(({ a, b, label }) => ({ label, level: index.judge(a, b) }));
  const share = (label: 0 | 1, wanted: (level: string | null) => boolean) => {
    const these = levels.filter((pair) => pair.label === label);
    return these.filter(({ level }) => wanted(level)).length / (these.length || 1);
  };
  return {
    variantsCalledSame: share(0, (level) => level === "same"),
    trueCalledSame: share(1, (level) => level === "same"),
    trueKept: share(1, (level) => level !== null),
  };
}
