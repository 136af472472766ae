import { rm } from "node:fs/promises";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { findChromium } from "./chromium.ts";
import { chromiumFlags } from "./chromium-flags.ts";
import { freePort } from "./postgres/free-port.ts";
import { makeScratch } from "./scratch.ts";
import { step } from "./step.ts";
import { startTestServer } from "./test-server.ts";

// What Lighthouse says of the public pages on a telephone: npm run lighthouse

const LEAST = 97;
const ROUNDS = 3;

const executablePath = await findChromium();
const scratch = await makeScratch();
const server = await startTestServer(scratch, process.env);
const port = await freePort();
const browser = await chromium.launch({
  executablePath,
  args: [...chromiumFlags, `--remote-debugging-port=${port}`],
});
try {
  const paths = { home: "/", notice: await newestNotice(), report: "/report" };
  for (const [page, path] of Object.entries(paths))
    await step(`Look at ${page}`, async () => say(page, await look(path)));
} finally {
  await browser.close();
  await server.stop();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}

type Looked = {
  scores: Record<string, number>;
  /** What keeps the other categories from being whole. */
  faults: string[];
  blockedMs: number;
  paintedMs: number;
  kilobytes: number;
};

/** The look with the median performance of a few. */
async function look(path: string): Promise<Looked> {
  const looks: Looked[] = [];
  for (let round = 0; round < ROUNDS; round++) looks.push(await lookOnce(path));
  const byPerformance = looks.toSorted((a, b) => (a.scores.performance ?? 0) - (b.scores.performance ?? 0));
  const middle = byPerformance[Math.floor(ROUNDS / 2)];
  if (!middle) throw new Error("nothing was looked at");
  return middle;
}

/** As Lighthouse looks when nothing is said: a telephone of the middle sort in a slow network. */
async function lookOnce(path: string): Promise<Looked> {
  const found = await lighthouse(server.env.BASE_URL + path, { port, logLevel: "error" });
  if (!found) throw new Error(`Lighthouse says nothing of ${path}`);
  const { categories, audits, runtimeError } = found.lhr;
  if (runtimeError) throw new Error(`${path}: ${runtimeError.message}`);
  const figure = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    scores: Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    faults: Object.values(categories)
      .filter(({ id }) => id !== "performance")
      .flatMap(({ auditRefs }) => auditRefs)
      .flatMap(({ id, weight }) => (weight > 0 && (audits[id]?.score ?? 1) < 1 ? [id] : [])),
    blockedMs: figure("total-blocking-time"),
    paintedMs: figure("largest-contentful-paint"),
    kilobytes: figure("total-byte-weight") / 1000,
  };
}

function say(page: string, { scores, faults, blockedMs, paintedMs, kilobytes }: Looked): void {
  const { performance = 0 } = scores;
  const isMet = performance >= LEAST;
  const words = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
  const verdict = `(performance ≥ ${LEAST}) ${isMet ? "met" : "MISSED"}`;
  const more = `blocked ${blockedMs.toFixed(0)} ms, painted ${paintedMs.toFixed(0)} ms, ${kilobytes.toFixed(0)} kB`;
  const why = faults.length > 0 ? `; not whole: ${faults.join(", ")}` : "";
  console.log(`${page}: ${words.join(", ")} ${verdict}; ${more}${why}`);
  if (!isMet) process.exitCode = 1;
}

async function newestNotice(): Promise<string> {
  const answer = await fetch(`${server.env.BASE_URL}/api/v1/debunks?limit=1`);
  const { items } = (await answer.json()) as { items: { slug: string }[] };
  return `/debunks/${items[0]?.slug}`;
}
