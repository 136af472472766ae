import { expect, it } from "vitest";
import { hashPassword, isPasswordOf, noPassword } from "./password.ts";

it("fits its own hash, and none that nobody has", async () => {
  const stored = await hashPassword("correct horse battery");
  expect(await isPasswordOf(stored, "correct horse battery")).toBe(true);
  expect(await isPasswordOf(stored, "correct horse")).toBe(false);
  expect(await isPasswordOf(null, "correct horse battery")).toBe(false);
  expect(await isPasswordOf(noPassword, "correct horse battery")).toBe(false);
});

it("is hashed one after the other, and refused where too many wait", async () => {
  const asked = Array.from({ length: 130 }, () => isPasswordOf(null, "one of many at once"));
  const answers = await Promise.allSettled(asked);
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refused.length).toBeGreaterThan(20);
  expect(refused.length).toBeLessThan(31);
  for (const reason of refused) {
    expect(reason).toMatchObject({ code: "RATE_LIMITED", headers: { "Retry-After": "5" } });
  }
  expect(await isPasswordOf(null, "later")).toBe(false);
});
