import type { Area } from "#lib/files/media";

export type DrawnArea = Area & { key: number };
export type Point = { x: number; y: number };
type Size = { width: number; height: number };

/** Boxes on a picture, in its own pixels. */
export type Drawing = {
  /** Of the picture; unknown until it has loaded. */
  size: Size | null;
  areas: readonly DrawnArea[];
  /** Where the pointer went down, and the box from there to where it is now. */
  begun: Point | null;
  drawn: Area | null;
  count: number;
};

export type DrawingEvent =
  | { type: "loaded"; size: Size }
  /** The pointer, at a share of the picture's width and height. */
  | { type: "pressed" | "dragged"; at: Point }
  | { type: "let-go" }
  | { type: "added" }
  | { type: "changed"; area: DrawnArea }
  | { type: "removed"; key: number }
  | { type: "cleared" };

export const noDrawing: Drawing = { size: null, areas: [], begun: null, drawn: null, count: 0 };

/** A box smaller than this was a click, not a drawing. */
const SMALLEST = 4;

/** The boxes after a movement of the pointer, or a key. */
export function reduceDrawing(drawing: Drawing, event: DrawingEvent): Drawing {
  const { size, areas, begun, drawn } = drawing;
  switch (event.type) {
    case "loaded":
      return event.size.width > 0 ? { ...drawing, size: event.size } : drawing;
    case "pressed":
      return { ...drawing, begun: size && pixelAt(event.at, size), drawn: null };
    case "dragged":
      return size && begun ? { ...drawing, drawn: between(begun, pixelAt(event.at, size)) } : drawing;
    case "let-go": {
      const isBox = drawn && drawn.width >= SMALLEST && drawn.height >= SMALLEST;
      return { ...(isBox ? withArea(drawing, drawn) : drawing), begun: null, drawn: null };
    }
    case "added": {
      if (!size) return drawing;
      const [width, height] = [Math.round(size.width / 3), Math.round(size.height / 8)];
      return withArea(drawing, { x: width, y: Math.round(size.height / 2), width, height });
    }
    case "changed":
      return { ...drawing, areas: areas.map((one) => (one.key === event.area.key ? event.area : one)) };
    case "removed":
      return { ...drawing, areas: areas.filter(({ key }) => key !== event.key) };
    case "cleared":
      return { ...drawing, areas: [] };
  }
}

const withArea = (drawing: Drawing, area: Area): Drawing => {
  const key = drawing.count + 1;
  return { ...drawing, count: key, areas: [...drawing.areas, { ...area, key }] };
};

const pixelAt = ({ x, y }: Point, { width, height }: Size): Point => {
  const within = (share: number, most: number) => Math.round(Math.min(Math.max(share, 0), 1) * most);
  return { x: within(x, width), y: within(y, height) };
};

const between = (a: Point, b: Point): Area => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});
