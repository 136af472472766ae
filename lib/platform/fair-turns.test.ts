import { expect, it } from "vitest";
import { FairTurns } from "./fair-turns.ts";

it("lets everybody have a turn before anybody has another, and no more work at once than agreed", async () => {
  const turns = new FairTurns(2);
  const begun: string[] = [];
  let [running, most] = [0, 0];
  const work = (name: string) => async () => {
    begun.push(name);
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return name;
  };
  const many = Array.from({ length: 6 }, (_, at) => turns.run("many", work(`many ${at}`)));
  const few = [turns.run("one", work("one")), turns.run("two", work("two"))];
  expect(await Promise.all([...many, ...few])).toEqual([
    "many 0",
    "many 1",
    "many 2",
    "many 3",
    "many 4",
    "many 5",
    "one",
    "two",
  ]);
  expect(begun).toEqual(["many 0", "many 1", "many 2", "one", "two", "many 3", "many 4", "many 5"]);
  expect(most).toBe(2);
});

it("goes on after work that failed", async () => {
  const turns = new FairTurns(1);
  const failing = turns.run("a", () => Promise.reject(new Error("no")));
  const next = turns.run("b", async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});
