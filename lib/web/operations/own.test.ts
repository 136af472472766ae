import { expect, it } from "vitest";
import { handlersOf } from "#lib/web/handlers";
import { ownToken } from "#lib/web/own-token";
import { nothingKept } from "#lib/web/pages/kept";
import { post } from "#lib/web/testing/call";

const path = "/api/internal/revalidate";

it("forgets pages for our own processes, and for nobody else", async () => {
  const forgotten: string[] = [];
  const { POST } = handlersOf(path, { ...nothingKept, forget: (tags) => void forgotten.push(...tags) });
  const ask = (authorization: string, body: unknown) => post(POST, path, body, { authorization });
  for (const wrong of ["", "Bearer", "Bearer undefined", `Bearer ${"0".repeat(64)}`, ownToken()]) {
    const response = await ask(wrong, { tags: ["debunks"] });
    expect([response.status, await response.text()], wrong).toEqual([401, ""]);
  }
  expect((await ask(`Bearer ${ownToken()}`, { tags: [] })).status).toBe(422);
  expect(forgotten).toEqual([]);
  expect((await ask(`Bearer ${ownToken()}`, { tags: ["debunks", "debunk:1"] })).status).toBe(204);
  expect(forgotten).toEqual(["debunks", "debunk:1"]);
});
