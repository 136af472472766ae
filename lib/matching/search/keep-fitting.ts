import type { Hit } from "./search-index.ts";

/** How many of the best hits are tried first; mostly they are enough. */
const FIRST = 200;

type Read = (ids: string[]) => Promise<{ id: string }[]>;

/** The ids of the best hits that fit what else is asked for, in their order: as many as are wanted, in two queries at most. */
export async function keepFitting(hits: readonly Hit[], wanted: number, read: Read): Promise<string[]> {
  const fitting: string[] = [];
  for (const some of [hits.slice(0, FIRST), hits.slice(FIRST)]) {
    if (some.length === 0 || fitting.length >= wanted) break;
    const ids = some.map(({ id }) => id);
    const found = new Set((await read(ids)).map(({ id }) => id));
    fitting.push(...ids.filter((id) => found.has(id)));
  }
  return fitting.slice(0, wanted);
}
