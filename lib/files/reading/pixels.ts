import type { Box } from "./boxes.ts";
import { directionOf, sidesOf, type Turn } from "./turn.ts";

/** A picture without metadata or transparency: red, green and blue of each pixel. */
export type Pixels = { data: Uint8Array; width: number; height: number };

/** The models know pictures as planes of blue, green and red, from 0 to 1. */
const PLANES = [2, 1, 0] as const;

/** A rectangle of a picture as a model is given it, `across` by `along`; outside its edge the picture goes on as it ends. */
export function planesOf(
  { data, width, height }: Pixels,
  { left, top, across, down }: { left: number; top: number; across: number; down: number },
): Float32Array {
  const size = across * down;
  const planes = new Float32Array(3 * size);
  let at = 0;
  for (let y = top; y < top + down; y += 1) {
    const row = Math.min(y, height - 1) * width;
    for (let x = left; x < left + across; x += 1, at += 1) {
      const pixel = (row + Math.min(x, width - 1)) * 3;
      for (const [plane, colour] of PLANES.entries()) {
        planes[plane * size + at] = (data[pixel + colour] ?? 0) / 255;
      }
    }
  }
  return planes;
}

/** A line cut out of a picture, laid level and made `height` high. */
export type Crop = { planes: Float32Array; width: number; height: number };

/** Cuts out a line, interpolating between pixels. */
export function cropLine(picture: Pixels, box: Box, turn: Turn, height: number): Crop {
  const { along, across } = sidesOf(box, turn);
  const width = Math.max(8, Math.round((along * height) / across));
  const direction = directionOf(box, turn);
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const size = width * height;
  const planes = new Float32Array(3 * size);
  for (let y = 0, at = 0; y < height; y += 1) {
    const v = ((y + 0.5) / height - 0.5) * across;
    for (let x = 0; x < width; x += 1, at += 1) {
      const u = ((x + 0.5) / width - 0.5) * along;
      for (const [plane, colour] of PLANES.entries()) {
        planes[plane * size + at] =
          colourAt(picture, box.x + u * cos - v * sin, box.y + u * sin + v * cos, colour) / 255;
      }
    }
  }
  return { planes, width, height };
}

function colourAt({ data, width, height }: Pixels, x: number, y: number, colour: number): number {
  const [inX, inY] = [within(x - 0.5, width), within(y - 0.5, height)];
  const [left, top] = [Math.floor(inX), Math.floor(inY)];
  const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
  const [partX, partY] = [inX - left, inY - top];
  const at = (column: number, row: number) => data[(row * width + column) * 3 + colour] ?? 0;
  const above = at(left, top) * (1 - partX) + at(right, top) * partX;
  const below = at(left, bottom) * (1 - partX) + at(right, bottom) * partX;
  return above * (1 - partY) + below * partY;
}

const within = (value: number, length: number): number => Math.min(Math.max(value, 0), length - 1);

/** A part of a line from one column to another. */
export function sliceCrop({ planes, width, height }: Crop, from: number, to: number): Crop {
  const part = new Float32Array(3 * height * (to - from));
  for (let row = 0; row < 3 * height; row += 1) {
    part.set(planes.subarray(row * width + from, row * width + to), row * (to - from));
  }
  return { planes: part, width: to - from, height };
}

/** Columns that differ less than this from the plainest one are as plain. */
const AS_PLAIN = 0.5;

/** Where to cut a line between two columns: in the widest gap, for within a character gaps are narrow. */
export function plainestColumn({ planes, width, height }: Crop, from: number, to: number): number {
  const changes = Array.from({ length: to - from }, (_, at) => {
    let sum = 0;
    for (let row = 1; row < height; row += 1) {
      const here = row * width + from + at;
      sum += Math.abs((planes[here] ?? 0) - (planes[here - width] ?? 0));
    }
    return sum;
  });
  const plain = Math.min(...changes) + AS_PLAIN;
  let widest = { end: 0, size: 0 };
  for (let at = 0, size = 0; at < changes.length; at += 1) {
    size = (changes[at] ?? 0) <= plain ? size + 1 : 0;
    if (size > widest.size) widest = { end: at + 1, size };
  }
  return from + widest.end - Math.ceil(widest.size / 2);
}

/** So much lighter or darker is another ground. */
const OTHER_GROUND = 10;

/**
 * Whether a line stands on a ground of its own, as the words of a bubble or a card do: another one than that of the picture's
 * two edges at its height.
 */
export function isFramed(picture: Pixels, box: Box, turn: Turn): boolean {
  const { along, across } = sidesOf(box, turn);
  const direction = directionOf(box, turn);
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const brightness = (u: number, v: number) => {
    const [x, y] = [box.x + u * cos - v * sin, box.y + u * sin + v * cos];
    return [0, 1, 2].reduce((sum, colour) => sum + colourAt(picture, x, y, colour), 0) / 3;
  };
  const around = [-0.5, 0.5].flatMap((side) =>
    Array.from({ length: 12 }, (_, at) => brightness((at / 11 - 0.5) * along, side * across)),
  );
  const ground = around.toSorted((a, b) => a - b)[around.length >> 1] ?? 0;
  // Beyond its edge a picture goes on as it ends.
  const far = picture.width + picture.height;
  return [-far, far].every((edge) => Math.abs(brightness(edge, 0) - ground) > OTHER_GROUND);
}
