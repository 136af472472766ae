import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentBuild } from "./builds.ts";

let home: string;
const started: ChildProcess[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "bianzhen-builds-"));
  await change("one");
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(kill));
  await rm(home, { recursive: true, force: true });
});

const sources = () => join(home, "sources");
/** Changes what the next build is made from. */
const change = (words: string) => writeFile(sources(), words);
const builds = async () => (await readdir(home)).filter((name) => name.startsWith("build-")).toSorted();
const made = async () => (await readFile(join(home, "made"), "utf8")).trim().split("\n");

/**
 * A process that takes the build of the sources, and then goes on as a server does. A build has two parts; it stops before the
 * end of a part until it is told to go on, or changes the sources, where it is told so.
 */
function start(at: "" | "make" | "finish" | "change" = "") {
  const program = `
    const { appendFile, mkdir, readFile, writeFile } = await import("node:fs/promises");
    const { takeBuild } = await import(${JSON.stringify(join(import.meta.dirname, "builds.ts"))});
    const [home, sources, at] = ${JSON.stringify([home, sources(), at])};
    setInterval(() => {}, 1000);
    const reach = (part) =>
      at === part && new Promise((goOn) => process.once("message", goOn) && process.send(part));
    const read = () => readFile(sources, "utf8");
    process.send(await takeBuild(home, {
      fingerprint: read,
      make: async (draft) => {
        await appendFile(home + "/made", (await read()) + "\\n");
        await mkdir(draft + "/cache", { recursive: true });
        await writeFile(draft + "/page", await read());
        await reach("make");
        if (at === "change") await writeFile(sources, "changed");
      },
      finish: async (build) => {
        await reach("finish");
        await writeFile(build + "/asset", await readFile(build + "/page"));
      },
    }).catch(({ message }) => "refused: " + message));`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  started.push(child);
  const hear = async () => String((await once(child, "message"))[0]);
  return { child, hear, said: hear(), waits: once(child.stdout ?? child, "data").then(String) };
}

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const partsOf = (build: string) =>
  Promise.all(["page", "asset"].map((part) => readFile(join(build, part), "utf8")));

describe("a build", () => {
  it("is made once, however many want it at once, and found again", async () => {
    const first = start("make");
    expect(await first.said).toBe("make");
    const others = [start(), start()];
    for (const { waits } of others) expect(await waits).toMatch(/^Waiting for another start/);
    const built = first.hear();
    first.child.send("go on");
    const taken = await Promise.all([built, ...others.map(({ said }) => said)]);
    expect(new Set(taken).size).toBe(1);
    expect(await start().said).toBe(taken[0]);
    expect(await made()).toEqual(["one"]);
    expect(await partsOf(taken[0] ?? "")).toEqual(["one", "one"]);
    expect(await currentBuild(home)).toBe(taken[0]);
  });

  it("stays as it is for whoever runs on it, and goes when nobody does", async () => {
    const older = start();
    const first = await older.said;
    await change("two");
    const second = await start().said;
    expect(await partsOf(first)).toEqual(["one", "one"]);
    expect(await partsOf(second)).toEqual(["two", "two"]);
    expect(await currentBuild(home)).toBe(second);

    await kill(older.child);
    await change("three");
    const third = await start().said;
    expect(await builds()).toEqual([second, third].map((path) => path.slice(home.length + 1)).toSorted());
  });

  it("is current again when its sources are, without being made anew", async () => {
    const first = await start().said;
    await change("two");
    await start().said;
    await change("one");
    expect(await start().said).toBe(first);
    expect(await currentBuild(home)).toBe(first);
    expect(await made()).toEqual(["one", "two"]);
  });

  it.each(["make", "finish"] as const)("that is killed before %s is through is none", async (part) => {
    const before = await start().said;
    await change("two");
    const cut = start(part);
    expect(await cut.said).toBe(part);
    // Whoever waits for it does not get so far as to finish one before that was looked at.
    const waiting = start("make");
    await kill(cut.child);
    expect(await waiting.said).toBe("make");
    expect(await builds()).toEqual([before.slice(home.length + 1)]);
    const made = waiting.hear();
    waiting.child.send("go on");
    const after = await made;
    expect(await partsOf(after)).toEqual(["two", "two"]);
    expect((await readdir(home)).filter((name) => name.startsWith("rest-"))).toEqual([]);
  });

  it("does not count when its sources were changed meanwhile", async () => {
    expect(await start("change").said).toMatch(/^refused: The sources changed while they were built/);
    expect(await builds()).toEqual([]);
    expect(await partsOf(await start().said)).toEqual(["changed", "changed"]);
  });

  it("leaves to the next what makes that faster", async () => {
    await start().said;
    expect(await readdir(join(home, "draft"))).toEqual(["cache"]);
  });
});
