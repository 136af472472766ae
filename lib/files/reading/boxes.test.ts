import { expect, it } from "vitest";
import { boxesIn } from "./boxes.ts";

/** A mask in which some rectangles are marked, each turned about its middle. */
function mask(
  width: number,
  height: number,
  marks: readonly [x: number, y: number, along: number, across: number, degrees?: number][],
) {
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const isMarked = marks.some(([x, y, along, across, degrees = 0]) => {
      const [dx, dy] = [(at % width) - x, Math.floor(at / width) - y];
      const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      return Math.abs(dx * cos + dy * sin) <= along / 2 && Math.abs(dy * cos - dx * sin) <= across / 2;
    });
    return isMarked ? 1 : 0;
  });
}

it("finds each mark with its middle and room around it", () => {
  const boxes = boxesIn(
    mask(300, 100, [
      [100, 20, 120, 10],
      [200, 70, 60, 10],
    ]),
    300,
    100,
  );
  expect(boxes.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [100, 20],
    [200, 70],
  ]);
  expect(boxes[0]?.width).toBeCloseTo(120 + 13.8, 0);
  expect(boxes[0]?.height).toBeCloseTo(10 + 13.8, 0);
});

it.each([-30, -12, -3, 0, 3, 12, 30])("knows how a mark is inclined: %s°", (degrees) => {
  const [box] = boxesIn(mask(400, 300, [[200, 150, 200, 14, degrees]]), 400, 300);
  expect(((box?.angle ?? 0) * 180) / Math.PI).toBeCloseTo(degrees, -0.5);
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeGreaterThan(5);
});

it("keeps what runs down as something high, and drops dirt", () => {
  const boxes = boxesIn(
    mask(100, 300, [
      [50, 150, 10, 200],
      [20, 20, 1, 1],
      [80, 20, 40, 1],
    ]),
    100,
    300,
  );
  expect(boxes).toHaveLength(1);
  expect(boxes[0]?.height).toBeGreaterThan(200);
});

it("finds nothing in nothing", () => {
  expect(boxesIn(new Uint8Array(100), 10, 10)).toEqual([]);
});
