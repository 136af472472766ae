import type { Box } from "./boxes.ts";

/** By how many quarters a picture lies turned to the right: at 1 its lines run downwards, at 2 it stands on its head. */
export type Turn = 0 | 1 | 2 | 3;

/** Where a line stands in a picture that is upright and level. */
export type Place = { left: number; right: number; top: number; bottom: number };

/** Which ways up a picture may be, by the shape of its lines: those of writing are longer than high. */
export function turnsOf(boxes: readonly Box[]): readonly [Turn, Turn] {
  const lying = boxes.reduce((sum, { width, height }) => sum + width - height, 0);
  return lying >= 0 ? [0, 2] : [1, 3];
}

/** The long lines, which tell best which way up they are. */
export const longest = (boxes: readonly Box[], count: number): Box[] =>
  boxes.toSorted((a, b) => longSide(b) - longSide(a)).slice(0, count);

const longSide = ({ width, height }: Box) => Math.max(width, height);

/** How long and how high a line is when its picture lies turned. */
export const sidesOf = ({ width, height }: Box, turn: Turn): { along: number; across: number } =>
  turn % 2 === 0 ? { along: width, across: height } : { along: height, across: width };

/** In which direction a line runs, in radians from left to right. */
export const directionOf = ({ angle }: Box, turn: Turn): number => angle + (turn * Math.PI) / 2;

/** By how much the lines of a picture are inclined on the whole: long ones count for more. */
export function slantOf(boxes: readonly Box[]): number {
  const half = boxes.reduce((sum, box) => sum + longSide(box), 0) / 2;
  let passed = 0;
  for (const box of boxes.toSorted((a, b) => a.angle - b.angle)) {
    passed += longSide(box);
    if (passed >= half) return box.angle;
  }
  return 0;
}

type Size = { width: number; height: number };

/** Where the lines of a picture stand once it is turned upright and made level, and how large it then is. */
export function level(
  boxes: readonly Box[],
  { width, height }: Size,
  turn: Turn,
): Size & { places: Place[] } {
  const direction = (turn * Math.PI) / 2 + slantOf(boxes);
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const along = (x: number, y: number) => x * cos + y * sin;
  const down = (x: number, y: number) => y * cos - x * sin;
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ] as const;
  const xs = corners.map(([x, y]) => along(x, y));
  const ys = corners.map(([x, y]) => down(x, y));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const places = boxes.map((box) => {
    const sides = sidesOf(box, turn);
    const [x, y] = [along(box.x, box.y) - left, down(box.x, box.y) - top];
    return {
      left: x - sides.along / 2,
      right: x + sides.along / 2,
      top: y - sides.across / 2,
      bottom: y + sides.across / 2,
    };
  });
  return { width: Math.max(...xs) - left, height: Math.max(...ys) - top, places };
}
