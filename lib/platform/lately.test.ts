import { expect, it, vi } from "vitest";
import { lately } from "./lately.ts";

it("does the work once for a text that many send, and for each other text", () => {
  const work = vi.fn((text: string) => ({ length: text.length }));
  const measure = lately("measured in a test", work);
  expect([measure("水"), measure("水"), measure("停水"), measure("水")].map(({ length }) => length)).toEqual([
    1, 1, 2, 1,
  ]);
  expect(work.mock.calls).toEqual([["水"], ["停水"]]);
});

it("takes no text for another, well formed or not", () => {
  const look = lately("looked at in a test", (text: string) => ({ text }));
  for (const text of ["\ud800", "\ud801", "\ufffd"]) expect(look(text).text).toBe(text);
});

it("remembers that nothing was found, too", () => {
  const work = vi.fn(() => false);
  const isThere = lately("looked for in a test", work);
  expect([isThere("水"), isThere("水")]).toEqual([false, false]);
  expect(work).toHaveBeenCalledTimes(1);
});
