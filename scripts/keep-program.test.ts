import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { keepProgram } from "./keep-program.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bianzhen-program-"));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A program that writes down its pid and what it was started with, and goes on. */
async function program() {
  const [file, log] = [join(directory, `${Math.random()}.mjs`), join(directory, `${Math.random()}.log`)];
  const words = `import { appendFileSync } from "node:fs";
    appendFileSync(${JSON.stringify(log)}, process.pid + " " + process.argv.slice(2).join(" ") + "\\n");
    setInterval(() => {}, 1000);`;
  await writeFile(file, words);
  const starts = async (): Promise<[number, string][]> => {
    const lines = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").filter(Boolean);
    return lines.map((line) => [Number(line.split(" ")[0]), line.split(" ").slice(1).join(" ")]);
  };
  return { file, starts };
}

it("starts a program again that is killed, as it was but for what is of the first time", async () => {
  const { file, starts } = await program();
  const fail = vi.fn();
  const kept = keepProgram({
    name: "one",
    args: [file, "--always"],
    firstArgs: ["--first"],
    env: process.env,
    fail,
  });
  await vi.waitFor(async () => expect(await starts()).toHaveLength(1), { timeout: 60_000 });
  kept.settle("--later");
  for (const count of [2, 3]) {
    process.kill((await starts()).at(-1)?.[0] ?? 0, "SIGKILL");
    await vi.waitFor(async () => expect(await starts()).toHaveLength(count), { timeout: 60_000 });
  }
  expect((await starts()).map(([, args]) => args)).toEqual([
    "--always --first",
    "--always --later",
    "--always --later",
  ]);
  expect(fail).not.toHaveBeenCalled();
  await kept.stop();
  const [last] = (await starts()).at(-1) ?? [0];
  expect(() => process.kill(last, 0)).toThrow();
});

it("gives up one that never got so far", async () => {
  const { file, starts } = await program();
  const fail = vi.fn();
  keepProgram({ name: "other", args: [file], env: process.env, fail });
  await vi.waitFor(async () => expect(await starts()).toHaveLength(1), { timeout: 60_000 });
  process.kill((await starts())[0]?.[0] ?? 0, "SIGKILL");
  await vi.waitFor(() => expect(fail).toHaveBeenCalledOnce(), { timeout: 60_000 });
  expect(await starts()).toHaveLength(1);
});
