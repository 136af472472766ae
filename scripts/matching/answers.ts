import type { Candidate } from "#lib/matching/match";
import type { MatchIndex } from "#lib/matching/match-index";
import { chanceFeatures } from "#lib/matching/score";
import { demoIndex, demoReports } from "../text/demo-index.ts";
import type { Cases } from "../text/read-cases.ts";
import type { Answer } from "./fit.ts";
import { indexOf, without } from "./quality.ts";
import type { EvalSet, PoolEntry, SetQuestion } from "./read-set.ts";

/** How many entries the indexes have from which answers are taken, how many of each size, and how much is asked of each. */
const sizes = [
  { entries: 30, turns: 24, known: 5, unknown: 4 },
  { entries: 300, turns: 3, known: 45, unknown: 75 },
  { entries: 2000, turns: 1, known: 300, unknown: 75 },
  { entries: Number.POSITIVE_INFINITY, turns: 1, known: 400, unknown: 200 },
];
const few = 30;

/**
 * First answers of indexes of every size, each size counting the same, and in it what is right as much as what is wrong:
 * known rumors, also without their own entries, and texts that nothing answers, also beside the entry most like them.
 */
export function answersOf(set: EvalSet, all: MatchIndex, cases: Cases | null): Answer[] {
  const draw = drawing();
  const bySize = sizes.map((size) => {
    const turns = Array.from({ length: size.turns }, () => answersAmong(set, all, size, draw)).flat();
    return balanced(
      size.entries === few ? [...turns, ...nearAnswers(set, all, draw), ...demoAnswers()] : turns,
    );
  });
  return [
    ...bySize.flat(),
    ...(cases ? balanced(caseAnswers(cases)).map((one) => ({ ...one, weight: 2 * one.weight })) : []),
  ];
}

type Draw = <Item>(items: readonly Item[], count: number) => Item[];

function answersAmong(
  set: EvalSet,
  all: MatchIndex,
  { entries, known, unknown }: (typeof sizes)[number],
  draw: Draw,
): Answer[] {
  const asked = [...draw(set.mainland, known), ...draw(set.authored, known)];
  const isWhole = entries >= set.pool.length;
  const right = new Set(asked.flatMap(({ relevant }) => relevant.slice(0, 1)));
  const own = set.pool.filter(({ id }) => right.has(id));
  const pool = isWhole
    ? set.pool
    : [...new Set([...own, ...draw(set.pool, Math.max(0, entries - own.length))])];
  const index = isWhole ? all : indexOf({ ...set, pool });
  const absent = new Set(asked.map(({ id }) => id));
  const others = (questions: readonly SetQuestion[]) =>
    draw(isWhole ? questions : questions.filter(({ id }) => !absent.has(id)), unknown);
  const answer = (question: SetQuestion, gone: readonly string[], weight: number) =>
    without(index, { ...set, pool }, gone, (there) =>
      answerIn(there, question.text, question.relevant, weight),
    );
  return [
    ...asked.flatMap((question) => answer(question, question.exclude ?? [], 1)),
    ...[...others(set.mainland), ...others(set.authored), ...others(set.cofacts)].flatMap((question) =>
      answer(question, [...(question.exclude ?? []), ...question.relevant], isWhole ? 0.25 : 0.5),
    ),
    ...[...draw(set.unmatched, unknown), ...draw(set.health, unknown)].flatMap((question) =>
      answer(question, [], 1),
    ),
  ];
}

/** In a small index the entry of all that is most like a question, once with the right one beside it and once without. */
function nearAnswers(set: EvalSet, all: MatchIndex, draw: Draw): Answer[] {
  const answer = ({ text, relevant, exclude = [] }: SetQuestion, isKnown: boolean, weight: number) => {
    const not = new Set([...relevant, ...exclude]);
    const near = all.rank(all.ask(text), 1 + not.size).find(({ id }) => !not.has(id));
    const own = isKnown ? relevant.find((id) => !exclude.includes(id)) : undefined;
    const pool: PoolEntry[] = [
      ...set.pool.filter(({ id }) => id === near?.id || id === own),
      ...draw(set.pool, few).filter(({ id }) => id !== near?.id && !not.has(id)),
    ];
    return answerIn(indexOf({ ...set, pool }), text, isKnown ? relevant : [], weight);
  };
  const cut = draw(
    set.perturbed.filter(({ kind }) => kind === "truncated18"),
    120,
  );
  return [
    ...draw(set.health, 250).flatMap((question) => answer(question, false, 0.4)),
    ...set.unmatched.flatMap((question) => answer(question, false, 0.5)),
    ...set.authored.flatMap((question) => answer(question, false, 1)),
    ...draw(set.mainland, 150).flatMap((question) => answer(question, false, 0.3)),
    ...set.authored.flatMap((question) => answer(question, true, 3)),
    ...cut.flatMap((question) => answer(question, true, 0.6)),
  ];
}

/** What people sent of the demo's claims. */
function demoAnswers(): Answer[] {
  const index = demoIndex();
  return demoReports().flatMap(({ id, text }) => answerIn(index, text, [id], 4));
}

/** Half of the outside claims are known at a time. */
function caseAnswers({ outside, unmatched }: Cases): Answer[] {
  return [0, 1].flatMap((half) => {
    const index = demoIndex((at) => at % 2 === half);
    const [known, unknown] = [0, 1].map((turn) => outside.filter((_, at) => at % 2 === (half + turn) % 2));
    for (const { id, title, body } of known ?? []) index.add({ id, kind: "debunk", texts: { title, body } });
    const texts = [
      ...unmatched.map(({ text }) => text),
      ...(unknown ?? []).flatMap(({ q1, q2 }) => [q1, q2]),
    ];
    return [
      ...(known ?? []).flatMap(({ id, q1, q2 }) =>
        [q1, q2].flatMap((text) => answerIn(index, text, [id], 1)),
      ),
      ...texts.flatMap((text) => answerIn(index, text, [], 1)),
    ];
  });
}

function answerIn(index: MatchIndex, text: string, relevant: readonly string[], weight: number): Answer[] {
  const question = index.ask(text);
  const first: Candidate | undefined = index.rank(question, 1)[0];
  if (!first) return [];
  const standing = { margin: first.margin, relative: first.relative, entries: index.size };
  const x = chanceFeatures(first.likeness, standing, first.told, question.said);
  return [{ x, right: relevant.includes(first.id), weight }];
}

/** What is right weighs as much as what is wrong, and all of them as much as those of another size. */
function balanced(answers: readonly Answer[]): Answer[] {
  const sum = (right: boolean) =>
    answers.reduce((total, one) => total + (one.right === right ? one.weight : 0), 0);
  const [right, wrong] = [sum(true), sum(false)];
  return answers.map((one) => ({ ...one, weight: (500 * one.weight) / (one.right ? right : wrong) }));
}

/** Draws at random, the same in every run. */
function drawing(): Draw {
  let state = 7;
  return (items, count) => {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return left.splice(Math.floor((state / 2 ** 32) * left.length), 1);
    }).flat();
  };
}
