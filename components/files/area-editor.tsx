"use client";

import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import type { Area } from "#lib/files/media";
import type { Messages } from "#lib/i18n/messages";
import { AreaFields, type DrawnArea } from "./area-fields.tsx";

type Size = { width: number; height: number };
type Point = { x: number; y: number };

type Props = {
  words: Messages["uploads"]["cover"]["areas"];
  src: string;
  areas: readonly DrawnArea[];
  setAreas: (areas: readonly DrawnArea[]) => void;
};

/** A box smaller than this was a click, not a drawing. */
const SMALLEST = 4;

/** Boxes on a picture, in its own pixels: drawn by dragging, or set by numbers from the keyboard. */
export function AreaEditor({ words, src, areas, setAreas }: Props) {
  const picture = useRef<HTMLImageElement>(null);
  const next = useRef(0);
  const [size, setSize] = useState<Size | null>(null);
  const [begun, setBegun] = useState<Point | null>(null);
  const [drawn, setDrawn] = useState<Area | null>(null);

  const measure = useCallback(({ naturalWidth: width, naturalHeight: height }: HTMLImageElement) => {
    if (width > 0) setSize({ width, height });
  }, []);
  // It may have been loaded before the scripts were.
  useEffect(() => {
    if (picture.current?.complete) measure(picture.current);
  }, [measure]);

  const add = (area: Area) => {
    next.current += 1;
    setAreas([...areas, { ...area, key: next.current }]);
  };
  const placeOf = (event: PointerEvent): Point | null => {
    const box = picture.current?.getBoundingClientRect();
    if (!box || !size) return null;
    const within = (share: number, most: number) => Math.round(Math.min(Math.max(share, 0), 1) * most);
    return {
      x: within((event.clientX - box.left) / box.width, size.width),
      y: within((event.clientY - box.top) / box.height, size.height),
    };
  };
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setBegun(placeOf(event));
  };
  const drag = (event: PointerEvent) => {
    const place = begun && placeOf(event);
    if (place) setDrawn(between(begun, place));
  };
  const finish = () => {
    if (drawn && drawn.width >= SMALLEST && drawn.height >= SMALLEST) add(drawn);
    setBegun(null);
    setDrawn(null);
  };
  const addMiddle = () => {
    if (!size) return;
    const [width, height] = [Math.round(size.width / 3), Math.round(size.height / 8)];
    add({ x: width, y: Math.round(size.height / 2), width, height });
  };

  return (
    <div className="space-y-3">
      <div
        className="relative inline-block max-w-full cursor-crosshair touch-none select-none border border-line"
        onPointerDown={begin}
        onPointerMove={drag}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        <img
          ref={picture}
          src={src}
          alt={words.picture}
          draggable={false}
          className="block max-h-[70vh] max-w-full"
          onLoad={({ currentTarget }) => measure(currentTarget)}
        />
        {size ? <Boxes size={size} areas={drawn ? [...areas, { ...drawn, key: 0 }] : areas} /> : null}
      </div>
      <fieldset className="min-w-0">
        <legend className="font-semibold">{words.list}</legend>
        {areas.length === 0 ? <p className="text-ink-soft text-sm">{words.none}</p> : null}
        <ol className="space-y-2">
          {areas.map((area, at) => (
            <AreaFields
              key={area.key}
              words={words}
              area={area}
              number={at + 1}
              change={(changed) => setAreas(areas.map((one) => (one.key === changed.key ? changed : one)))}
              remove={() => setAreas(areas.filter(({ key }) => key !== area.key))}
            />
          ))}
        </ol>
        <Button variant="secondary" size="sm" className="mt-2" onClick={addMiddle}>
          {words.add}
        </Button>
      </fieldset>
    </div>
  );
}

const between = (a: Point, b: Point): Area => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

function Boxes({ size, areas }: { size: Size; areas: readonly DrawnArea[] }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
    >
      {areas.map(({ key, ...box }) => (
        <rect
          key={key}
          {...box}
          className="fill-ink/70 stroke-focus"
          vectorEffect="non-scaling-stroke"
          strokeWidth={2}
        />
      ))}
    </svg>
  );
}
