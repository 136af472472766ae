import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { asOwner } from "#lib/platform/testing/as-owner";

const asked: string[][] = [];
const web = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  asked.push(JSON.parse(Buffer.concat(chunks).toString()).tags);
  response.writeHead(204).end();
});
const stop = new AbortController();

afterAll(() => {
  stop.abort();
  web.close();
});

it("forgets pages when another process published, and everything after the connection was lost", async () => {
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
  // Set before the settings are read.
  process.env.PORT = String((web.address() as AddressInfo).port);
  vi.resetModules();
  const { followRevalidations } = await import("./follow-revalidations.ts");
  void followRevalidations(stop.signal);
  await vi.waitFor(
    async () => {
      await db.$executeRaw`SELECT pg_notify('bianzhen_pages', 'debunks debunk:1')`;
      expect(asked).toContainEqual(["debunks", "debunk:1"]);
    },
    { timeout: 60_000, interval: 100 },
  );
  asked.length = 0;
  await asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query LIKE 'LISTEN bianzhen%' AND datname = current_database()`,
  );
  await vi.waitFor(() => expect(asked).toContainEqual(["debunks"]), { timeout: 60_000, interval: 100 });
});
