import { expect, it } from "vitest";
import { type DrawingEvent, noDrawing, reduceDrawing } from "./drawing.ts";

const loaded: DrawingEvent = { type: "loaded", size: { width: 300, height: 160 } };
const press = (x: number, y: number): DrawingEvent => ({ type: "pressed", at: { x, y } });
const drag = (x: number, y: number): DrawingEvent => ({ type: "dragged", at: { x, y } });
const letGo: DrawingEvent = { type: "let-go" };
const areasAfter = (...events: readonly DrawingEvent[]) => events.reduce(reduceDrawing, noDrawing).areas;

it.each<[string, DrawingEvent[], object[]]>([
  [
    "drawn to the right and down",
    [press(0.1, 0.25), drag(0.5, 0.5)],
    [{ x: 30, y: 40, width: 120, height: 40 }],
  ],
  [
    "drawn to the left and up",
    [press(0.5, 0.5), drag(0.1, 0.25)],
    [{ x: 30, y: 40, width: 120, height: 40 }],
  ],
  ["drawn beyond the edge", [press(0.5, 0.5), drag(3, -1)], [{ x: 150, y: 0, width: 150, height: 80 }]],
  ["too small to be meant", [press(0.5, 0.5), drag(0.505, 0.505)], []],
  ["of a press alone", [press(0.5, 0.5)], []],
  ["of a pointer that was never pressed", [drag(0.5, 0.5)], []],
  ["from the keyboard", [{ type: "added" }], [{ x: 100, y: 80, width: 100, height: 20 }]],
])("a box %s", (_, events, boxes) => {
  expect(areasAfter(loaded, ...events, letGo)).toEqual(boxes.map((box) => ({ ...box, key: 1 })));
});

it("knows no box before the picture has loaded", () => {
  expect(areasAfter({ type: "added" }, press(0, 0), drag(1, 1), letGo)).toEqual([]);
  expect(areasAfter({ type: "loaded", size: { width: 0, height: 0 } }, { type: "added" })).toEqual([]);
});

it("changes and removes the box that is meant, and gives no key twice", () => {
  const two = [loaded, { type: "added" }, { type: "added" }] satisfies DrawingEvent[];
  const moved = { key: 2, x: 1, y: 2, width: 3, height: 4 };
  expect(areasAfter(...two, { type: "changed", area: moved }).at(1)).toEqual(moved);
  expect(areasAfter(...two, { type: "removed", key: 2 }, { type: "added" }).map(({ key }) => key)).toEqual([
    1, 3,
  ]);
  expect(areasAfter(...two, { type: "cleared" }, { type: "added" }).map(({ key }) => key)).toEqual([3]);
});
