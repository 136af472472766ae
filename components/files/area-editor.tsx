"use client";

import { type PointerEvent, useCallback, useEffect, useRef } from "react";
import { Button } from "#components/ui/button";
import type { Messages } from "#lib/i18n/messages";
import { AreaFields } from "./area-fields.tsx";
import type { Drawing, DrawingEvent, DrawnArea } from "./drawing.ts";

type Props = {
  /** By which a summary of what is wrong finds the list of the areas. */
  id?: string;
  words: Messages["uploads"]["cover"]["areas"];
  src: string;
  drawing: Drawing;
  tell: (event: DrawingEvent) => void;
};

/** Boxes on a picture, in its own pixels: drawn by dragging, or set by numbers from the keyboard. */
export function AreaEditor({ id, words, src, drawing: { size, areas, drawn }, tell }: Props) {
  const picture = useRef<HTMLImageElement>(null);
  const measure = useCallback(
    ({ naturalWidth: width, naturalHeight: height }: HTMLImageElement) =>
      tell({ type: "loaded", size: { width, height } }),
    [tell],
  );
  // It may have been loaded before the scripts were.
  useEffect(() => {
    if (picture.current?.complete) measure(picture.current);
  }, [measure]);
  const point = (type: "pressed" | "dragged", { clientX, clientY }: PointerEvent) => {
    const box = picture.current?.getBoundingClientRect();
    if (box) tell({ type, at: { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height } });
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    point("pressed", event);
  };
  const letGo = () => tell({ type: "let-go" });

  return (
    <div className="space-y-3">
      <div
        className="relative inline-block max-w-full cursor-crosshair touch-none select-none border border-line"
        onPointerDown={press}
        onPointerMove={(event) => point("dragged", event)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
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
      <fieldset id={id} tabIndex={-1} className="min-w-0">
        <legend className="font-semibold">{words.list}</legend>
        {areas.length === 0 ? <p className="text-ink-soft text-sm">{words.none}</p> : null}
        <ol className="space-y-2">
          {areas.map((area, at) => (
            <AreaFields
              key={area.key}
              words={words}
              area={area}
              number={at + 1}
              change={(changed) => tell({ type: "changed", area: changed })}
              remove={() => tell({ type: "removed", key: area.key })}
            />
          ))}
        </ol>
        <Button variant="secondary" size="sm" className="mt-2" onClick={() => tell({ type: "added" })}>
          {words.add}
        </Button>
      </fieldset>
    </div>
  );
}

function Boxes({ size, areas }: { size: NonNullable<Drawing["size"]>; areas: readonly DrawnArea[] }) {
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
