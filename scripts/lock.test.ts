import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { tryLock } from "./lock.ts";

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "bianzhen-lock-"));
  file = join(directory, "lock");
  await chmod(directory, 0o755);
  await writeFile(file, "");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const program = join(import.meta.dirname, "lock.ts");
const taking = `const { tryLock } = await import(${JSON.stringify(program)});`;
const inNode = (words: string) => ["--input-type=module", "--eval", taking + words];
/** A user to whom nothing belongs, where this one may do everything. */
const nobody = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

it("is had by one alone, or by several together", () => {
  const together = [tryLock(file, "with others"), tryLock(file, "with others")];
  expect(together).not.toContain(null);
  expect(tryLock(file)).toBeNull();
  for (const release of together) release?.();
  const release = tryLock(file);
  expect(release).not.toBeNull();
  expect(tryLock(file)).toBeNull();
  expect(tryLock(file, "with others")).toBeNull();
  release?.();
});

it("is free when its holder was killed", async () => {
  const words = `globalThis.held = tryLock(${JSON.stringify(file)}); process.send(Boolean(held)); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, inNode(words), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [has] = await once(other, "message");
  const whileItRuns = tryLock(file);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect([has, whileItRuns]).toEqual([true, null]);
  const release = tryLock(file);
  expect(release).not.toBeNull();
  release?.();
});

it.runIf(spawnSync("test", ["-r", program], nobody).status === 0)(
  "is had alone by nobody who can only read it",
  async () => {
    await chmod(file, 0o444);
    const words = `try { tryLock(${JSON.stringify(file)}); } catch ({ code }) { process.stdout.write(code); }`;
    const { stdout } = spawnSync(process.execPath, inNode(words), nobody);
    expect(stdout.toString()).toBe("EACCES");
  },
);
