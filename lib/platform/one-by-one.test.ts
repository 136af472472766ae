import { expect, it } from "vitest";
import { oneByOne } from "./one-by-one.ts";

it("gives each its turn although one before it fails, and fails in the end without what was said", async () => {
  const done: string[] = [];
  const work = oneByOne(
    ["a", "b", "c"],
    (name) => `sweep ${name}`,
    async (name) => {
      if (name === "b") throw new Error("Failing row contains (13800138000)");
      done.push(name);
    },
  );
  const error: Error = await work.then(
    () => expect.fail("it passed"),
    (reason) => reason,
  );
  expect(done).toEqual(["a", "c"]);
  expect(JSON.stringify({ ...error, message: error.message, cause: error.cause })).toBe(
    '{"message":"failed: sweep b"}',
  );
});
