import { isWorthShowing } from "#lib/matching/known-texts";
import type { Match } from "#lib/matching/match";
import type { MatchIndex } from "#lib/matching/match-index";
import type { OutsideCase } from "../text/read-cases.ts";
import { indexOf } from "./quality.ts";
import type { EvalSet, PoolEntry } from "./read-set.ts";

/** How many indexes of a new installation's size are tried, each of other entries. */
const [turns, few, some, many] = [6, 30, 60, 2000];

/** Every so many of a list, beginning somewhere else in every turn. */
const spread = <Item>(items: readonly Item[], count: number, turn = 0): Item[] => {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, at) => at % step === turn % step).slice(0, count);
};

const bestIn = (index: MatchIndex, text: string): Match | undefined =>
  index.search({ text }).filter(isWorthShowing)[0];

/** What people are shown while little is published: of texts that nothing answers, and of questions that one entry answers. */
export function measureSmall(set: EvalSet) {
  const unmatched = Array.from({ length: turns }, (_, turn) => {
    const index = indexOf({ ...set, pool: spread(set.pool, few, turn * 37) });
    return set.unmatched.map(({ text }) => bestIn(index, text));
  }).flat();
  const share = (wanted: (best: Match | undefined) => boolean) =>
    unmatched.filter(wanted).length / (unmatched.length || 1);
  const answered = Array.from({ length: turns }, (_, turn) => measureFirst(set, turn)).flat();
  return {
    shown: share((best) => best !== undefined),
    atHalf: share((best) => (best?.score ?? 0) >= 0.5),
    same: share((best) => best?.level === "same"),
    first: answered.filter(Boolean).length / (answered.length || 1),
  };
}

/** Half of the entries answer a question each, the others none of them. */
function measureFirst(set: EvalSet, turn: number): boolean[] {
  const asked = spread(set.authored, some / 2, turn);
  const right = new Set(asked.flatMap(({ relevant }) => relevant.slice(0, 1)));
  const others = spread(set.pool, some / 2, turn * 37);
  const pool: PoolEntry[] = [...new Set([...set.pool.filter(({ id }) => right.has(id)), ...others])];
  const index = indexOf({ ...set, pool });
  return asked.map(({ text, relevant }) => relevant.includes(bestIn(index, text)?.id ?? ""));
}

/** Whether the right notice is shown first to colloquial questions among many others: some of the pool, and all of it. */
export function measureColloquial(set: EvalSet, outside: readonly OutsideCase[], all: MatchIndex) {
  const among = (index: MatchIndex) => {
    for (const { id, title, body } of outside) index.add({ id, kind: "debunk", texts: { title, body } });
    const found = outside.flatMap(({ id, q1, q2 }) => [q1, q2].map((text) => bestIn(index, text)?.id === id));
    for (const { id } of outside) index.remove(id);
    return found.filter(Boolean).length / (found.length || 1);
  };
  return { amongSome: among(indexOf({ ...set, pool: spread(set.pool, many) })), amongAll: among(all) };
}
