import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, it, vi } from "vitest";
import { keepPostgres } from "./keep-postgres.ts";

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
};

it("starts again where it was, however often that is in vain at first", async () => {
  const directory = await mkdtemp(join(tmpdir(), "bianzhen-keep-"));
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  let told = "";
  const kept = await keepPostgres(directory, { address: (url) => (told = url) });
  expect(told).toBe(kept.url);
  expect(await answers(kept.url)).toBe(true);

  const [pid] = (await readFile(join(directory, "data", "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
  // Somebody else takes its place before it is back, and it cannot start.
  const other = createServer();
  const listening = vi.waitFor(
    async () => {
      other.listen(Number(new URL(kept.url).port), "127.0.0.1");
      await Promise.race([
        once(other, "listening"),
        once(other, "error").then(([error]) => Promise.reject(error)),
      ]);
    },
    { timeout: 60_000, interval: 5 },
  );
  await listening;
  const saidWhy = () =>
    said.mock.calls.flat().filter((line) => String(line).startsWith("It does not start yet"));
  await vi.waitFor(() => expect(saidWhy()).toHaveLength(1), { timeout: 60_000 });
  other.close();
  await vi.waitFor(async () => expect(await answers(kept.url)).toBe(true), { timeout: 60_000 });

  await kept.stop();
  said.mockRestore();
  await rm(directory, { recursive: true, force: true });
});
