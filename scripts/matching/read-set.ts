import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface PoolEntry {
  id: string;
  title: string;
  body: string;
}

export interface SetQuestion {
  id: string;
  type: string;
  kind?: string;
  text: string;
  relevant: string[];
  exclude?: string[];
  title_overlap?: number | null;
  /** The claim it belongs to; the questions of one claim stay in one fold. */
  claim?: string;
}

export interface HardPair {
  a: string;
  b: string;
  label: 0 | 1;
}

interface Grouped {
  id: string;
  set: string;
  text: string;
  cluster: string;
}

export type EvalSet = Awaited<ReturnType<typeof readSet>>;

/** Reads a folder in the format of eval/dev. */
export async function readSet(folder: string) {
  const read = async <Row>(name: string): Promise<Row[]> => {
    const lines = (await readFile(join(folder, `${name}.jsonl`), "utf8")).split("\n");
    return lines.filter((line) => line.trim() !== "").map((line): Row => JSON.parse(line));
  };
  /** Of each group of questions on health one: people ask them, and no rumor answers. */
  const readHealth = async (): Promise<SetQuestion[]> => {
    const asked = (await read<Grouped>("grouping")).filter(({ set }) => set === "health_questions");
    const first = [...Map.groupBy(asked, ({ cluster }) => cluster).values()].flatMap((group) =>
      group.slice(0, 1),
    );
    return first.map(({ id, text, set }) => ({ id, text, type: set, relevant: [] }));
  };
  return {
    pool: [...(await read<PoolEntry>("pool_mainland")), ...(await read<PoolEntry>("pool_cofacts"))],
    mainland: await read<SetQuestion>("queries_mainland"),
    cofacts: await read<SetQuestion>("queries_cofacts"),
    authored: await read<SetQuestion>("queries_authored"),
    perturbed: await read<SetQuestion>("queries_perturbed"),
    unmatched: await read<SetQuestion>("queries_nomatch"),
    health: await readHealth(),
    pairs: await read<HardPair>("hard_pairs"),
  };
}

/** Whether little of the right title stands in the question. */
export const isHardBand = ({ title_overlap }: SetQuestion) =>
  typeof title_overlap === "number" && title_overlap < 0.35;
