import { expect, it, vi } from "vitest";
import { finish } from "./finish.ts";
import { isNotNow, Pages } from "./pages.ts";
import { PageStore } from "./store.ts";
import { anAddress, aPage } from "./testing/pages.ts";

const home = anAddress("/", { tags: ["debunks"] });

const read = async (cache: Pages, page: typeof home, make: ReturnType<typeof aPage>) => {
  const answer = await cache.answer(page, make);
  return answer && [answer.served, answer.finished.bytes.get("identity")?.toString()];
};

/** A page whose making ends when it is told to. */
function held(words: string) {
  const gate = Promise.withResolvers<void>();
  let made = 0;
  return {
    make: async () => {
      made += 1;
      await gate.promise;
      return aPage(words)();
    },
    let: gate.resolve,
    fail: () => gate.reject(new Error("the database is away")),
    count: () => made,
  };
}

const fails = () => Promise.reject(new Error("the database is away"));

it("makes a page once for all who ask at the same time, and keeps it", async () => {
  const cache = new Pages();
  const making = held("first");
  const asked = Promise.all(Array.from({ length: 50 }, () => read(cache, home, making.make)));
  making.let();
  expect(new Set((await asked).map(String))).toEqual(new Set(["miss,first"]));
  expect(making.count()).toBe(1);
  expect(await read(cache, home, fails)).toEqual(["hit", "first"]);
});

it("shows nobody a version that was begun before a publication", async () => {
  const cache = new Pages();
  const old = held("old");
  const early = read(cache, home, old.make);
  await vi.waitFor(() => expect(old.count()).toBe(1), 60_000);
  cache.forget(["debunks"]);
  const late = read(cache, home, aPage("new"));
  expect(await late).toEqual(["miss", "new"]);
  old.let();
  await early;
  expect(await read(cache, home, fails)).toEqual(["hit", "new"]);
});

it("makes anew what a tag names, and nothing else", async () => {
  const cache = new Pages();
  const about = anAddress("/about");
  await Promise.all([read(cache, home, aPage("old")), read(cache, about, aPage("about"))]);
  cache.forget(["debunks"]);
  expect(await read(cache, about, fails)).toEqual(["hit", "about"]);
  expect(await read(cache, home, aPage("new"))).toEqual(["miss", "new"]);
});

it("shows the last version when no new one can be made, and tries again only after a while", async () => {
  const cache = new Pages();
  await read(cache, home, aPage("old"));
  cache.forget(["debunks"]);
  expect(await read(cache, home, fails)).toEqual(["stale", "old"]);
  const again = held("new");
  again.let();
  expect(await read(cache, home, again.make)).toEqual(["stale", "old"]);
  expect(again.count()).toBe(0);
  await vi.waitFor(async () => expect(await read(cache, home, again.make)).toEqual(["miss", "new"]), 60_000);
});

it("lets readers wait for a new version no longer than a moment", async () => {
  const cache = new Pages();
  await read(cache, home, aPage("old"));
  cache.forget(["debunks"]);
  const slow = held("new");
  expect(await read(cache, home, slow.make)).toEqual(["stale", "old"]);
  slow.let();
});

it("never shows what was withdrawn, whatever happens", async () => {
  const cache = new Pages();
  await read(cache, home, aPage("withdrawn"));
  cache.forget(["debunks"], "withdrawn");
  await expect(read(cache, home, fails)).rejects.toSatisfy(isNotNow);
  cache.forget(["debunks"]);
  const slow = held("explained");
  const asked = read(cache, home, slow.make);
  slow.let();
  expect(await asked).toEqual(["miss", "explained"]);
});

it("believes nothing that it keeps while nobody tells it of changes", async () => {
  const cache = new Pages();
  await read(cache, home, aPage("old"));
  cache.isTold = false;
  expect(cache.fresh("/")).toBeUndefined();
  expect(await read(cache, home, aPage("new"))).toEqual(["miss", "new"]);
  expect(await read(cache, home, fails)).toEqual(["stale", "new"]);
});

it("makes nothing that does not exist, keeps no answer to a search and no failure", async () => {
  const cache = new Pages();
  expect(await cache.answer({ ...home, exists: async () => false }, fails)).toBeNull();
  expect(await read(cache, { ...home, isKept: false }, aPage("found"))).toEqual(["miss", "found"]);
  expect(await read(cache, home, aPage("gone", 404))).toEqual(["miss", "gone"]);
  await expect(read(cache, home, fails)).rejects.toSatisfy(isNotNow);
  await expect(cache.answer({ ...home, exists: fails }, aPage("words"))).rejects.toSatisfy(isNotNow);
  expect([...cache.store.entries()]).toEqual([]);
});

it("lets many pages of a kind drive out each other, and never the few that everybody reads", async () => {
  const cache = new Pages(new PageStore(100_000));
  await read(cache, home, aPage("home"));
  for (let number = 0; number < 200; number += 1) {
    const other = anAddress(`/debunks/${number}`, { isLasting: false });
    await read(cache, other, aPage("x".repeat(1_000)));
  }
  expect(await read(cache, home, fails)).toEqual(["hit", "home"]);
  expect([...cache.store.entries()].length).toBeLessThan(50);
});

it("gives an answer the mark of its words", () => {
  const [one, same, other] = ["words", "words", "others"].map((words) => finish(200, [], Buffer.from(words)));
  expect(one?.etag).toBe(same?.etag);
  expect(one?.etag).not.toBe(other?.etag);
});
