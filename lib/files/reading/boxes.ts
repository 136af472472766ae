type Point = readonly [x: number, y: number];

/** A rectangle around a line of words: its middle, its sides along and across the line, and how the line is inclined. */
export type Box = { x: number; y: number; width: number; height: number; angle: number };

/** What is smaller on one side is dirt. */
const SMALLEST = 3;
/** The finder marks the heart of a line; so much of its area by its edge stands around it (PP-OCR's own measure). */
const AROUND = 1.5;

/**
 * The rectangles around the connected marks of a mask, each grown to what the finder of lines leaves out. Angles are in
 * radians, between an eighth of a turn on either side of upright.
 */
export function boxesIn(mask: Uint8Array, width: number, height: number): Box[] {
  const seen = new Uint8Array(mask.length);
  const boxes: Box[] = [];
  for (let at = 0; at < mask.length; at += 1) {
    if (!mask[at] || seen[at]) continue;
    const box = smallestAround(hullOf(edgesOf(mask, seen, at, width, height)));
    const shorter = Math.min(box.width, box.height);
    if (shorter < SMALLEST) continue;
    const more = (AROUND * box.width * box.height) / (box.width + box.height);
    boxes.push({ ...box, width: box.width + more, height: box.height + more });
  }
  return boxes;
}

/** The outermost points of each row of the mark at a place, which is noted as seen. */
function edgesOf(mask: Uint8Array, seen: Uint8Array, start: number, width: number, height: number): Point[] {
  const rows = new Map<number, [left: number, right: number]>();
  const waiting = [start];
  seen[start] = 1;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const row = rows.get(y);
    if (!row) rows.set(y, [x, x]);
    else if (x < row[0]) row[0] = x;
    else if (x > row[1]) row[1] = x;
    for (let below = Math.max(0, y - 1); below <= Math.min(height - 1, y + 1); below += 1) {
      for (let beside = Math.max(0, x - 1); beside <= Math.min(width - 1, x + 1); beside += 1) {
        const next = below * width + beside;
        if (!mask[next] || seen[next]) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
  }
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([y, [left, right]]): Point[] =>
      left === right
        ? [[left, y]]
        : [
            [left, y],
            [right, y],
          ],
    );
}

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** The convex hull of points (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (some: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of some) {
      for (
        let [before, last] = chain.slice(-2);
        before && last && turn(before, last, point) <= 0;
        [before, last] = chain.slice(-2)
      )
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.toReversed())];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
}

/** The rectangle of the smallest area around a hull: one of its sides lies on one of the hull's. */
function smallestAround(hull: readonly Point[]): Box {
  let best: Box | undefined;
  for (const [at, [ax, ay]] of hull.entries()) {
    const [bx, by] = hull[(at + 1) % hull.length] ?? [ax, ay];
    const box = boxAt(upright(Math.atan2(by - ay, bx - ax)), hull);
    if (!best || box.width * box.height < best.width * best.height) best = box;
  }
  return best ?? { x: 0, y: 0, width: 0, height: 0, angle: 0 };
}

/** The same direction of a rectangle's sides, at most an eighth of a turn from upright. */
function upright(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - quarter * Math.round(angle / quarter);
}

function boxAt(angle: number, points: readonly Point[]): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = points.map(([x, y]) => x * cos + y * sin);
  const across = points.map(([x, y]) => y * cos - x * sin);
  const [left, right, top, bottom] = [
    Math.min(...along),
    Math.max(...along),
    Math.min(...across),
    Math.max(...across),
  ];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return { x: u * cos - v * sin, y: u * sin + v * cos, width: right - left, height: bottom - top, angle };
}
