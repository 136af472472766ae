import { describe, expect, it } from "vitest";
import { level, slantOf, type Turn, turnsOf } from "./turn.ts";

const box = (x: number, y: number, width: number, height: number, degrees = 0) => ({
  x,
  y,
  width,
  height,
  angle: (degrees * Math.PI) / 180,
});

describe("turnsOf", () => {
  it("takes a picture for upright, or for one on its head, whose lines are long", () => {
    expect(turnsOf([box(50, 10, 90, 10), box(90, 20, 5, 12)])).toEqual([0, 2]);
    expect(turnsOf([])).toEqual([0, 2]);
  });
  it("takes a picture for one on its side whose lines are high", () => {
    expect(turnsOf([box(10, 50, 10, 90), box(30, 50, 10, 60), box(90, 90, 40, 20)])).toEqual([1, 3]);
  });
});

describe("slantOf", () => {
  it("believes long lines, and no single one", () => {
    expect(
      slantOf([box(0, 0, 300, 30, 5), box(0, 0, 280, 30, 5), box(0, 0, 40, 30, -20), box(0, 0, 30, 30, 0)]),
    ).toBeCloseTo(0.087, 2);
    expect(slantOf([])).toBe(0);
  });
});

describe("level", () => {
  /** A line at the upper left of a sheet of 400 × 200, and one below it, as they stand in a picture that is turned. */
  const turned: Record<
    Turn,
    readonly [ReturnType<typeof box>, ReturnType<typeof box>, { width: number; height: number }]
  > = {
    0: [box(60, 20, 100, 20), box(60, 120, 100, 20), { width: 400, height: 200 }],
    1: [box(180, 60, 20, 100), box(80, 60, 20, 100), { width: 200, height: 400 }],
    2: [box(340, 180, 100, 20), box(340, 80, 100, 20), { width: 400, height: 200 }],
    3: [box(20, 340, 20, 100), box(120, 340, 20, 100), { width: 200, height: 400 }],
  };
  it.each([0, 1, 2, 3] as const)("lays a picture upright that is turned by %s quarters", (turn) => {
    const [first, second, size] = turned[turn];
    const { places, ...upright } = level([first, second], size, turn);
    expect(upright.width).toBeCloseTo(400);
    expect(upright.height).toBeCloseTo(200);
    expect(places.map(({ left, right, top, bottom }) => [left, right, top, bottom].map(Math.round))).toEqual([
      [10, 110, 10, 30],
      [10, 110, 110, 130],
    ]);
  });

  it.each([-15, -4, 4, 15])("makes lines level that are inclined by %s°", (degrees) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const row = [100, 300].map((x) => box(x, 100 + x * slope, 120, 20, degrees));
    const { places } = level(row, { width: 400, height: 300 }, 0);
    expect(places[0]?.top).toBeCloseTo(places[1]?.top ?? 0, 5);
  });
});
