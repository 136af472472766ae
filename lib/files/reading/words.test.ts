import { expect, it } from "vitest";
import { certainty, doubtGaps } from "./words.ts";

const read = (text: string) => ({ text, sure: [...text].map(() => 0.9) });

it.each([
  ["衛生福利部署這種藥", [0, 6, 12, 18, 24, 30, 42, 48, 54], "署這"],
  ["提前水三天", [0, 6, 18, 24, 30], "前水"],
  ["全城停水三天", [0, 6, 12, 18, 25, 31], ""],
  ["停水，请转告", [0, 6, 10, 20, 26, 32], ""],
  ["3天内停水 5G", [0, 4, 10, 16, 22, 40, 44, 48], ""],
  ["水", [0], ""],
  ["", [], ""],
])("doubts what stands beside a gap: %s", (text, steps, doubted) => {
  const { sure } = doubtGaps(read(text), steps);
  expect([...text].filter((_, at) => (sure[at] ?? 0) < 0.7).join("")).toBe(doubted);
});

it("is sure of a line as of its signs on the whole, and of nothing in none", () => {
  expect(certainty({ text: "停水", sure: [0.9, 0.7] })).toBeCloseTo(0.8);
  expect(certainty({ text: "", sure: [] })).toBe(0);
});
