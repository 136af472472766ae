import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { drawing } from "#lib/platform/testing/pictures";
import { decodeApart } from "./decoder.ts";

const source = join(tmpdir(), "source.png");
const target = join(tmpdir(), "target.webp");
/** One that takes a second and much memory: it is full of noise. */
const large = join(tmpdir(), "large.png");

beforeAll(async () => {
  await sharp(drawing(["网传明天停水"]))
    .png()
    .toFile(source);
  const noise = { type: "gaussian", mean: 128, sigma: 80 } as const;
  await sharp({ create: { width: 2500, height: 2500, channels: 3, background: "white", noise } })
    .png({ compressionLevel: 0 })
    .toFile(large);
});

/** The processes that decode, and what they know of us. */
async function decoders(): Promise<{ pid: string; environment: string }[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = (pid: string, what: string) => readFile(`/proc/${pid}/${what}`, "utf8").catch(() => "");
  const all = await Promise.all(
    pids.map(async (pid) => ({ pid, words: await read(pid, "cmdline"), parent: await read(pid, "stat") })),
  );
  const ours = all.filter(
    ({ words, parent }) => words.includes("decoder-child") && parent.split(" ")[3] === String(process.pid),
  );
  return Promise.all(ours.map(async ({ pid }) => ({ pid, environment: await read(pid, "environ") })));
}

it("decodes in a process that knows no setting, and keeps it for the next picture", async () => {
  expect(await decodeApart(source, "image/png", target)).toMatchObject({ ok: true });
  const before = await decoders();
  expect(before.length).toBeGreaterThan(0);
  for (const { environment } of before) expect(environment).not.toMatch(/DATABASE_URL|SECRET|PATH/);
  expect(await decodeApart(source, "image/png", target)).toMatchObject({ ok: true });
  expect(await decoders()).toEqual(before);
});

it.each([
  ["time", { milliseconds: 60, bytes: 1e12 }],
  ["memory", { milliseconds: 60_000, bytes: 1 }],
])("gives up a picture that takes more %s than any needs, and decodes the next", async (_, limits) => {
  expect(await decodeApart(large, "image/png", target, { ...limits })).toEqual({
    ok: false,
    reason: "unreadable",
  });
  expect(await decodeApart(source, "image/png", target)).toMatchObject({ ok: true });
});

it("blames no picture for a decoder that somebody else killed", async () => {
  // It stands still, so that it is not done before it is killed.
  for (const { pid } of await decoders()) process.kill(Number(pid), "SIGSTOP");
  const decoding = decodeApart(large, "image/png", target).then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
  for (const { pid } of await decoders()) process.kill(Number(pid), "SIGKILL");
  expect(await decoding).toBe("BUSY");
  expect(await decodeApart(source, "image/png", target)).toMatchObject({ ok: true });
});
