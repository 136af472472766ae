import { expect, it } from "vitest";
import { Said } from "./said.ts";
import { tellingWords, toldOf } from "./told.ts";

const told = (asked: string, titles: string, rest = "") =>
  toldOf(tellingWords(new Said(asked)), titles, rest);

it("weighs words by how rare they are in general Chinese", () => {
  const [everyday, telling] = [told("今天学校", "今天学校"), told("折耳根泡水", "折耳根泡水")];
  expect(everyday.inTitle).toBeGreaterThan(0);
  expect(telling.inTitle).toBeGreaterThan(1.5 * everyday.inTitle);
});

it("tells what the titles say from what the rest says and from what nothing says", () => {
  const found = told("柠檬滞销摩托", "几万斤柠檬烂在地里", "果农说没有滞销");
  expect([found.inTitle, found.elsewhere, found.nowhere].every((sum) => sum > 0.5)).toBe(true);
});

it("knows words by others for the same", () => {
  expect(told("马铃薯", "土豆发芽能吃").nowhere).toBe(0);
  expect(told("土豆皮", "马铃薯皮不能吃").nowhere).toBe(0);
  expect(told("马铃薯", "红薯发芽能吃").nowhere).toBeGreaterThan(0);
});

it("looks for a word in few ways, however many parts of it can be said otherwise", () => {
  for (const { said } of tellingWords(new Said("dna".repeat(500)))) expect(said.length).toBeLessThan(40);
});

it("counts names apart", () => {
  expect(told("洛阳开车", "洛阳开车").named).toBeGreaterThan(0);
  expect(told("柠檬开车", "柠檬开车").named).toBe(0);
});
