import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deriveKey, readOrCreateRoot } from "./secrets.ts";

describe("secrets", () => {
  it("derives the same key for a purpose, another for another", () => {
    expect(deriveKey("receipt")).toHaveLength(32);
    expect(deriveKey("receipt")).toEqual(deriveKey("receipt"));
    expect(deriveKey("receipt")).not.toEqual(deriveKey("contact"));
  });

  it("keeps one root secret that only its owner reads", () => {
    const directory = mkdtempSync(join(tmpdir(), "bianzhen-secret-"));
    expect(readOrCreateRoot(directory)).toEqual(readOrCreateRoot(directory));
    expect(readdirSync(directory)).toEqual(["secret"]);
    expect(statSync(join(directory, "secret")).mode & 0o777).toBe(0o600);
  });

  it.each(["", "\n", "abc"])("takes nothing that an accident left for a root secret: %j", (left) => {
    const directory = mkdtempSync(join(tmpdir(), "bianzhen-secret-"));
    writeFileSync(join(directory, "secret"), left);
    expect(() => readOrCreateRoot(directory)).toThrow(/is empty or cut off: put it back from a backup/);
    expect(readFileSync(join(directory, "secret"), "utf8")).toBe(left);
  });
});
