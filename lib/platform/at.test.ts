import { setTimeout as pause } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { at, isHistory, withoutReactions } from "./at.ts";
import { days, elapsed, now } from "./clock.ts";
import { newId } from "./id.ts";

const spring = new Date("2024-03-01T08:00:00Z");
const autumn = new Date("2024-10-01T08:00:00Z");

it("sets the time for what it runs, also after waiting, and for nothing else", async () => {
  const tell = (moment: Date) =>
    at(moment, async () => {
      await pause(5);
      return now();
    });
  const [first, second, present] = await Promise.all([tell(spring), tell(autumn), pause(5).then(now)]);
  expect([first, second]).toEqual([spring, autumn]);
  expect(Math.abs(present.getTime() - Date.now())).toBeLessThan(days(1));
  expect(now().getTime()).toBeGreaterThan(autumn.getTime());
});

it("sets it anew inside, and as before afterwards, also when it fails", () => {
  at(spring, () => {
    expect(at(autumn, now)).toEqual(autumn);
    expect(() => at(autumn, () => JSON.parse("{"))).toThrow();
    expect(now()).toEqual(spring);
  });
});

it("holds for every load of lib in the process", async () => {
  vi.resetModules();
  const other = await import("./clock.ts");
  expect(other.now).not.toBe(now);
  expect(at(spring, other.now)).toEqual(spring);
});

it("does not stop what is measured", async () => {
  const length = await at(spring, async () => {
    const start = elapsed();
    await pause(20);
    return elapsed() - start;
  });
  expect(length).toBeGreaterThan(10);
});

it("tells history without a word in any use case, with a time or without", () => {
  expect(isHistory()).toBe(false);
  expect(withoutReactions(() => at(spring, () => [isHistory(), now()]))).toEqual([true, spring]);
  expect(at(spring, () => withoutReactions(() => [isHistory(), now()]))).toEqual([true, spring]);
  expect(isHistory()).toBe(false);
});

it("gives ids of that moment, those of one moment in their order", () => {
  const ids = at(spring, () => Array.from({ length: 100 }, newId));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(100);
  expect(Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16)).toBe(spring.getTime());
  expect(newId() > at(autumn, newId)).toBe(true);
});
