import { createHash } from "node:crypto";
import { v4, v7 } from "uuid";
import { expect, it } from "vitest";
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

/** As good as random and the same every time: of a million random UUIDs one is all figures, which is refused. */
const drawn = (turn: number) => createHash("sha256").update(`turn ${turn}`).digest().subarray(0, 16);

it("takes whatever people make random keys with", () => {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const random = drawn(turn);
    const hex = random.toString("hex");
    const keys = [
      v4({ random: Buffer.from(random) }),
      v4({ random: Buffer.from(random) }).toUpperCase(),
      v7({ random: Buffer.from(random), msecs: Date.UTC(2026, 10, 30, 12) }),
      hex,
      random.toString("base64"),
      random.toString("base64url"),
      BigInt(`0x9${hex}`).toString(),
      BigInt(`0x9${hex}`).toString(36),
    ];
    expect(keys.filter(canBeGuessed)).toEqual([]);
  }
});
