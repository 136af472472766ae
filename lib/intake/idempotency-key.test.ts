import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { newId } from "#lib/platform/id";
import { canBeGuessed } from "./idempotency-key.ts";

it.each([
  "",
  "1",
  "1024",
  "report-2026-11-30-00001",
  "202611301024001234567890",
  "a".repeat(200),
  "00000000-0000-4000-8000-000000000001",
  "abababababababababababababababababababab",
])("might be guessed: %s", (key) => {
  expect(canBeGuessed(key)).toBe(true);
});

it.each([
  // What is drawn from many characters may come to look as if it were drawn from few, and a long number may lack some digits.
  "kq7x2mz9v-c4wpl8tn5rjs",
  "KQ7X2MZ9VBC4WPL8TN5RJS",
  "414213562414213562464646555312345612345",
  "0d1c2b3a0d1c2b3a0d1c2b3a0d1c2b3a",
])("may have been drawn at random: %s", (key) => {
  expect(canBeGuessed(key)).toBe(false);
});

it("takes whatever people make random keys with", () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const random = [
      randomUUID(),
      randomUUID().toUpperCase(),
      newId(),
      randomBytes(16).toString("hex"),
      randomBytes(16).toString("base64"),
      randomBytes(16).toString("base64url"),
      BigInt(`0x9${randomBytes(16).toString("hex")}`).toString(),
      BigInt(`0x9${randomBytes(16).toString("hex")}`).toString(36),
    ];
    expect(random.filter(canBeGuessed)).toEqual([]);
  }
});
