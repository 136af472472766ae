import { expect, it } from "vitest";
import { sizeForSmallWords, sizeToRead } from "./size.ts";

it.each([
  ["a telephone's screen", [1080, 2340], [800, 1733]],
  ["a long screenshot", [1080, 12_000], [800, 8889]],
  ["the same on its side", [12_000, 1080], [8889, 800]],
  ["a strip", [3000, 60], [3000, 60]],
  ["a small picture", [300, 200], [300, 200]],
  ["a photograph", [2560, 1920], [1306, 980]],
] as const)("reads %s at the size of words on a telephone", (_, [width, height], size) => {
  expect(Object.values(sizeToRead({ width, height }))).toEqual(size);
});

it("looks closer at words that are too small, and only then", () => {
  const [own, read] = [
    { width: 2560, height: 1440 },
    { width: 1508, height: 848 },
  ];
  const line = (height: number) => ({ x: 0, y: 0, width: 300, height, angle: 0 });
  expect(sizeForSmallWords(own, read, [line(12), line(12), line(60)])).toEqual(own);
  expect(sizeForSmallWords(own, read, [line(20), line(30)])).toBeNull();
  expect(sizeForSmallWords(read, read, [line(12)])).toBeNull();
  expect(sizeForSmallWords(own, read, [])).toBeNull();
});
