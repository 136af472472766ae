"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { Button } from "#components/ui/button";
import { Input } from "#components/ui/input";
import type { Messages } from "#lib/i18n/messages";
import type { DrawnArea } from "./drawing.ts";

const sides = ["x", "y", "width", "height"] as const;

type Props = {
  words: Messages["uploads"]["cover"]["areas"];
  area: DrawnArea;
  number: number;
  change: (area: DrawnArea) => void;
  remove: () => void;
};

/** One box in numbers: for the keyboard, and for those who want it exact. */
export function AreaFields({ words, area, number, change, remove }: Props) {
  const id = useId();
  const label = words.area.replace("{number}", String(number));
  return (
    <li className="flex flex-wrap items-end gap-2">
      <span className="w-full text-sm">{label}</span>
      {sides.map((side) => (
        <div key={side} className="text-ink-soft text-sm">
          <label htmlFor={`${id}-${side}`}>
            <span className="sr-only">{label} </span>
            {words[side]}
          </label>
          <Input
            id={`${id}-${side}`}
            type="number"
            min={0}
            max={20_000}
            step={1}
            className="w-24"
            value={area[side]}
            onChange={({ currentTarget }) =>
              change({ ...area, [side]: Math.max(0, Math.round(currentTarget.valueAsNumber || 0)) })
            }
          />
        </div>
      ))}
      <Button
        variant="quiet"
        size="sm"
        aria-label={words.remove.replace("{number}", String(number))}
        onClick={remove}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}
