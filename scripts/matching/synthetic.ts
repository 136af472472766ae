import type { PoolEntry } from "./read-set.ts";

/** As many entries as wanted: the pool itself, then new ones from its clauses in a random order, always the same. */
export function* syntheticEntries(pool: readonly PoolEntry[], count: number): Generator<PoolEntry> {
  const clauses = pool
    .flatMap(({ title, body }) => `${title}。${body}`.split(/[，。！？；\n]/u))
    .filter(({ length }) => length >= 4 && length <= 40);
  let state = 20231228;
  const pick = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return clauses[Math.floor((state / 2 ** 32) * clauses.length)] ?? "";
  };
  yield* pool.slice(0, count);
  for (let number = pool.length; number < count; number++) {
    const half = pick();
    const title = half.slice(0, Math.ceil(half.length / 2)) + pick();
    yield { id: `synthetic-${number}`, title, body: Array.from({ length: 10 }, pick).join("，") };
  }
}
