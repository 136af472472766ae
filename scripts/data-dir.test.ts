import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDataDir } from "./data-dir.ts";
import { freePort } from "./postgres/free-port.ts";

let home: string;
let directory: string;
let count = 0;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "bianzhen-data-"));
  await chmod(home, 0o711);
});
beforeEach(() => {
  directory = join(home, String(count++));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const isRoot = process.geteuid?.() === 0;
const closed = isRoot ? 0o711 : 0o700;
const modeOf = async (path: string) => (await stat(path)).mode & 0o7777;
const secret = "s".repeat(64);

const program = join(import.meta.dirname, "data-dir.ts");
/** A user to whom nothing belongs, where this one may do everything. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
const nobodyCan = spawnSync("test", ["-r", program], nobody).status === 0;

/** What is said when that user opens the directory. */
async function openAsNobody(path: string): Promise<string> {
  const words = `const { openDataDir } = await import(${JSON.stringify(program)});
    await openDataDir(${JSON.stringify(path)}).catch(({ message }) => process.stdout.write(message));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", words], nobody);
  return stdout.toString();
}

describe("the data directory", () => {
  it("is closed to others from the start", async () => {
    await openDataDir(directory);
    expect(await modeOf(directory)).toBe(closed);
  });

  it.each([0o777, 0o755, 0o750])("is closed where it was open (%o), if it is ours", async (mode) => {
    await mkdir(directory);
    await writeFile(join(directory, "secret"), secret);
    await chmod(directory, mode);
    await openDataDir(directory);
    expect(await modeOf(directory)).toBe(mode & closed);
  });

  it("stays more closed than it has to be", async () => {
    await mkdir(directory, { mode: 0o700 });
    await openDataDir(directory);
    expect(await modeOf(directory)).toBe(0o700);
  });

  it("is refused and left as it is where others keep their things", async () => {
    await mkdir(directory);
    await writeFile(join(directory, "holiday.jpg"), "");
    await chmod(directory, 0o755);
    await expect(openDataDir(directory)).rejects.toThrow("set a directory of its own as DATA_DIR");
    expect(await modeOf(directory)).toBe(0o755);
  });

  it.runIf(nobodyCan)("is refused where it cannot be written, with what to do", async () => {
    await mkdir(directory, { mode: 0o500 });
    const words = /^\S+ may not use .*: give it to them \(chown -R .*\), or set another DATA_DIR\.$/;
    expect(await openAsNobody(directory)).toMatch(words);
    expect(await openAsNobody(join(directory, "new"))).toMatch(words);
  });

  it.runIf(isRoot && nobodyCan)("is refused where it is somebody else's and open", async () => {
    await mkdir(directory);
    await chmod(directory, 0o777);
    expect(await openAsNobody(directory)).toMatch(
      /belongs to somebody else, and others may look into it: close it/,
    );
  });
});

describe("a start", () => {
  const broken: [string, string, () => Promise<unknown>][] = [
    ["a file in its place", "is no directory: move it away", () => writeFile(directory, "")],
    [
      "no secret for what is sealed",
      "is gone, and nothing else opens what is sealed in postgres/data: put it back",
      () => mkdir(join(directory, "postgres/data"), { recursive: true, mode: 0o700 }),
    ],
    [
      "a secret that was emptied",
      "is empty or cut off: put it back",
      async () => {
        await mkdir(directory, { mode: 0o700 });
        await writeFile(join(directory, "secret"), "\n");
      },
    ],
  ];

  it.each(broken)("ends at once with one line: %s", async (_, words, make) => {
    await make();
    const env = {
      ...process.env,
      DATA_DIR: directory,
      PORT: String(await freePort()),
      SECRET: "",
      DATABASE_URL: "",
    };
    const child = spawn(process.execPath, ["scripts/serve.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
    const [said, complained, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    expect(complained).toContain(words);
    expect(complained.trim().split("\n")).toHaveLength(1);
    expect(said).toBe("");
    expect(code).toBe(1);
  });
});
