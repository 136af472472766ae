import { readFile } from "node:fs/promises";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = await readFile("public/reading.js", "utf8");

/** A text in which nothing has to be rewritten for old browsers is the same for old and new ones. */
const isForOld = (text: string) => {
  const [old, latest] = [ts.ScriptTarget.ES5, ts.ScriptTarget.ESNext].map((target) =>
    ts.transpile(text, { target }),
  );
  return old === latest;
};

describe("the script of the pages that are read", () => {
  it("weighs no more than 6 kB", () => {
    expect(Buffer.byteLength(source)).toBeLessThanOrEqual(6_000);
  });

  it("is in syntax that old browsers know", () => {
    expect(isForOld(source)).toBe(true);
  });

  it("says no words of its own: what is visible stands in the messages", () => {
    expect(source).not.toMatch(/textContent = "[^"]/);
  });

  it.each(["const a = 1;", "all.forEach((one) => one());", "a?.b();", "say(`a`);", "try {} catch {}"])(
    "would not be with %s",
    (planted) => expect(isForOld(source + planted)).toBe(false),
  );
});
