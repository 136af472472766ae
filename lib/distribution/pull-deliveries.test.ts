import { expect, it } from "vitest";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { handlersOf } from "#lib/web/handlers";
import { seedClaim } from "#seed/claims";
import { seedKey } from "#seed/keys";
import { deliverPublication } from "./deliver-publication.ts";
import type { Pulled } from "./pull-schema.ts";

const memberId = "outlet-cover-news";

async function publish() {
  const { debunk } = await seedClaim({ status: "published" });
  if (!debunk) throw new Error("a published claim has a notice");
  await deliverPublication(debunk.id);
  return debunk;
}

async function correct(debunkId: string) {
  const { id: _, ...version } = await db.debunkVersion.findFirstOrThrow({
    where: { debunkId },
    orderBy: { number: "desc" },
  });
  const number = version.number + 1;
  await db.debunkVersion.create({
    data: {
      ...version,
      id: newId(),
      number,
      correctionKind: "erratum",
      correctionNote: "勘误",
      publishedAt: now(),
    },
  });
  await db.debunk.update({ where: { id: debunkId }, data: { currentVersion: number } });
  await deliverPublication(debunkId);
}

async function ask(secret: string, query: Record<string, string> = {}) {
  const url = `http://localhost:3000/api/v1/member/deliveries?${new URLSearchParams(query)}`;
  const request = new Request(url, { headers: { authorization: `Bearer ${secret}` } });
  const response = await handlersOf("/api/v1/member/deliveries").GET(request, {
    params: Promise.resolve({}),
  });
  return { status: response.status, body: (await response.json()) as Pulled };
}

it("gives everything that was published since, in order and once, and what lies before the cursor counts as received", async () => {
  const { secret } = await seedKey({ memberId, scopes: ["deliveries"] });
  const start = (await pullAll(secret)).at(-1)?.nextCursor ?? "0";
  const [one, other] = [await publish(), await publish()];
  await correct(one.id);
  const seen = await pullAll(secret, start, "2");
  const told = seen.flatMap(({ items }) =>
    items.map(({ isCurrent, message: { type, data } }) => [type, data.slug, data.version, isCurrent]),
  );
  expect(told).toEqual([
    ["debunk.published", one.slug, 1, false],
    ["debunk.published", other.slug, 1, true],
    ["debunk.corrected", one.slug, 2, true],
  ]);
  const unread = await db.delivery.count({
    where: {
      endpoint: { kind: "pull", memberId },
      receivedAt: null,
      version: { debunkId: { in: [one.id, other.id] } },
    },
  });
  expect(unread).toBe(0);
});

/** Page by page until there is nothing more, as an application does. */
async function pullAll(secret: string, cursor = "0", limit = "100") {
  const pages: Pulled[] = [];
  for (let from = cursor; ; ) {
    const { status, body } = await ask(secret, { cursor: from, limit });
    expect(status).toBe(200);
    if (body.items.length === 0) return [...pages, body];
    pages.push(body);
    from = body.nextCursor;
  }
}

it("does not take for received what was only given out", async () => {
  const { secret } = await seedKey({ memberId, scopes: ["deliveries"] });
  const start = (await pullAll(secret)).at(-1)?.nextCursor ?? "0";
  const debunk = await publish();
  const { body } = await ask(secret, { cursor: start });
  expect(body.items.map(({ message }) => message.data.slug)).toEqual([debunk.slug]);
  const row = () => db.delivery.findUniqueOrThrow({ where: { id: body.items[0]?.id ?? "" } });
  expect((await row()).receivedAt).toBeNull();
  await ask(secret, { cursor: body.nextCursor });
  expect((await row()).receivedAt).toBeInstanceOf(Date);
});

it("is for keys that may, and refuses a cursor that nobody gave out", async () => {
  const { secret: intake } = await seedKey({ memberId, scopes: ["intake"] });
  expect((await ask(intake)).status).toBe(403);
  expect((await ask("bz_nothing")).status).toBe(401);
  const { secret } = await seedKey({ memberId, scopes: ["deliveries"] });
  for (const cursor of ["-1", "x", "1".repeat(19), "1.5"])
    expect((await ask(secret, { cursor })).status).toBe(422);
  expect((await ask(secret, { limit: "101" })).status).toBe(422);
});

it("misses nothing while many publish at once", async () => {
  const { secret } = await seedKey({ memberId, scopes: ["deliveries"] });
  const start = (await pullAll(secret)).at(-1)?.nextCursor ?? "0";
  let isDone = false;
  const publishing = Promise.all(Array.from({ length: 8 }, publish)).finally(() => {
    isDone = true;
  });
  const got: string[] = [];
  for (let cursor = start, last = false; !last; ) {
    last = isDone;
    const { body } = await ask(secret, { cursor });
    got.push(...body.items.map(({ message }) => String(message.data.slug)));
    cursor = body.nextCursor;
    if (body.items.length > 0) last = false;
  }
  expect(got.toSorted()).toEqual((await publishing).map(({ slug }) => slug).toSorted());
});
