import { readFile } from "node:fs/promises";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const scripts = ["reading.js", "start.js"];
const sourceOf = (script: string) => readFile(`public/${script}`, "utf8");

/** A text in which nothing has to be rewritten for old browsers is the same for old and new ones. */
const isForOld = (text: string) => {
  const [old, latest] = [ts.ScriptTarget.ES5, ts.ScriptTarget.ESNext].map((target) =>
    ts.transpile(text, { target }),
  );
  return old === latest;
};

describe.each(scripts)("%s, which every reader gets", (script) => {
  it("weighs no more than 6 kB", async () => {
    expect(Buffer.byteLength(await sourceOf(script))).toBeLessThanOrEqual(6_000);
  });

  it("is in syntax that old browsers know", async () => {
    expect(isForOld(await sourceOf(script))).toBe(true);
  });

  it("says no words of its own: what is visible stands in the messages", async () => {
    expect(await sourceOf(script)).not.toMatch(/textContent = "[^"]/);
  });

  it.each(["const a = 1;", "all.forEach((one) => one());", "a?.b();", "say(`a`);", "try {} catch {}"])(
    "would not be with %s",
    async (planted) => expect(isForOld((await sourceOf(script)) + planted)).toBe(false),
  );
});
