import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { joinLines } from "#lib/files/reading/lines";
import { readWords, stopReading } from "#lib/files/reading/ocr";
import { redact } from "#lib/wording/redaction";
import { demoIndex } from "./demo-index.ts";
import { kinds } from "./draw.ts";
import { bestFor, indexOutside, othersOfDemo } from "./matching.ts";
import { type Outcome, rateOf } from "./rate.ts";
import type { Cases } from "./read-cases.ts";

interface Options {
  /** How many pictures, at most. */
  most: number;
  /** So many processes do nothing but compute meanwhile. */
  load: number;
}

/**
 * Whether a picture of a question leads to the notice to which its words lead when they are typed, in each way in which
 * people send words as a picture.
 */
export async function measurePictures({ outside }: Cases, { most, load }: Options) {
  const index = demoIndex();
  indexOutside(index, outside);
  const asked = [
    ...outside.flatMap(({ id, q1, q2 }) => [q1, q2].map((text) => ({ id, text }))),
    ...othersOfDemo(),
  ];
  const found = asked.filter(({ id, text }) => bestFor(index, text)?.id === id);
  const folder = await mkdtemp(join(tmpdir(), "bench-pictures-"));
  const busy = Array.from({ length: load }, keepBusy);
  const outcomes: Outcome[] = [];
  const lost: Outcome[] = [];
  try {
    for (const [at, { id, text }] of spread(found, most).entries()) {
      const [kind = "", draw] = Object.entries(kinds)[at % Object.keys(kinds).length] ?? [];
      const path = join(folder, String(at));
      await draw?.(text).toFile(`${path}.png`);
      const read = await readWords(`${path}.png`).catch(String);
      const words = typeof read === "object" && read.ok ? redact(joinLines(read.sheet).text).text : "";
      const best = bestFor(index, words);
      outcomes.push({ kind, isHit: best?.id === id, said: `${text} → ${words} → ${best?.id ?? "nothing"}` });
      lost.push({
        kind,
        isHit: typeof read !== "object" || !read.ok,
        said: `${text}: ${JSON.stringify(read)}`,
      });
    }
  } finally {
    for (const child of busy) child.kill("SIGKILL");
    stopReading();
    await rm(folder, { recursive: true, force: true });
  }
  return { "right notice of a picture first": rateOf(outcomes), "pictures given up": rateOf(lost) };
}

/** So many at most, from all over a list. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(items.length, most) },
    (_, at) => items[Math.floor(at * step)],
  ).flatMap((item) => item ?? []);
}

const keepBusy = (): ChildProcess => spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" });
