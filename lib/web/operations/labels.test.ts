import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { deliverPublication } from "#lib/distribution/deliver-publication";
import { allLabels } from "#lib/distribution/testing/labels";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { followChanges } from "#lib/web/pages/follow-changes";
import { expectHeaders, get, pages } from "#lib/web/testing/listener";
import { reactions } from "#lib/worker";
import { seedClaim } from "#seed/claims";
import { seedKey } from "#seed/keys";

const stop = new AbortController();
let following: Promise<void>;
beforeAll(async () => {
  following = followChanges(stop.signal, pages);
  await vi.waitFor(() => expect(pages.isTold).toBe(true), { timeout: 60_000, interval: 5 });
});
afterAll(async () => {
  stop.abort();
  await following;
});

it("keeps the labels for everybody until there is a new one, and for nobody what a key is shown", async () => {
  const { nextCursor } = await allLabels();
  const path = `/api/v1/labels?cursor=${nextCursor}`;
  const slugs = async () =>
    JSON.parse((await get(path)).text).items.map((item: { payload: { slug: string } }) => item.payload.slug);
  expect(await slugs()).toEqual([]);
  expect(pages.store.get(path)?.state).toBe("fresh");
  const { debunk } = await seedClaim({ status: "published" });
  const { suggestLabel } = reactions["debunk.published"];
  await suggestLabel({ subjectId: debunk?.id } as Parameters<typeof suggestLabel>[0]);
  await vi.waitFor(async () => expect(await slugs()).toEqual([debunk?.slug]), {
    timeout: 60_000,
    interval: 5,
  });
  const { secret } = await seedKey({ memberId: "plat-douyin", scopes: ["deliveries"] });
  const own = await get(path, { headers: { authorization: `Bearer ${secret}` } });
  expect(own.headers["cache-control"]).toBe("no-store");
  expect(JSON.parse(own.text).items).toMatchObject([{ answer: null }]);
  expect(JSON.parse((await get(path)).text).items[0]).not.toHaveProperty("answer");
});

it("gives one label by its address, which the message of its version names", async () => {
  const { debunk } = await seedClaim({ status: "published" });
  await deliverPublication(debunk?.id ?? "");
  const { body } = await db.message.findFirstOrThrow({ where: { version: { debunkId: debunk?.id ?? "" } } });
  const path = new URL(JSON.parse(body).data.labelUrl).pathname;
  const { status, text } = await get(path);
  expect(status).toBe(200);
  expect((await allLabels()).items).toContainEqual(JSON.parse(text));
  for (const unknown of [newId(), "nothing"])
    expect((await get(`/api/v1/labels/${unknown}`)).status, unknown).toBe(404);
});

it("gives the keys to anybody", async () => {
  const { status, headers, text } = await get("/.well-known/jwks.json");
  expect([status, headers["content-type"]]).toEqual([200, "application/jwk-set+json"]);
  expect(headers["access-control-allow-origin"]).toBe("*");
  expectHeaders(headers);
  expect(text).not.toContain('"d"');
});
