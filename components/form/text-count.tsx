"use client";

import { type RefObject, useEffect, useState } from "react";
import { useLanguage } from "#components/ui/language";
import { cleanText, lengthOf } from "#lib/platform/text";

/** From this part of the limit on it is said how long a text is. */
const NEAR = 0.9;

/** Whether a text comes near its limit or beyond. */
export const isNear = (length: number, limit: number) => length > NEAR * limit;

/** How long a text is that comes near its limit, and how much of one beyond it is to be cut. */
export function TextCount({ id, length, limit }: { id: string; length: number; limit: number }) {
  const { locale, words } = useLanguage();
  const said = (number: number) => number.toLocaleString(locale);
  const over = length - limit;
  return (
    <p id={id} className={over > 0 ? "mt-1 font-medium text-vermilion" : "mt-1 text-ink-soft text-sm"}>
      {(over > 0 ? words.cut : words.counted)
        .replace("{length}", said(length))
        .replace("{limit}", said(limit))
        .replace("{over}", said(over))}
    </p>
  );
}

/** How long a text is for the server, as it stands in an area now; counted only where there is a limit. */
export function useLength(
  area: RefObject<HTMLTextAreaElement | null>,
  limit: number | undefined,
  initial: string,
) {
  const [length, setLength] = useState(() => (limit ? countOf(initial) : 0));
  useEffect(() => {
    const { current } = area;
    if (!limit || !current) return;
    // Nothing is counted as long as even the units are few.
    const look = () => setLength(isNear(current.value.length, limit) ? countOf(current.value) : 0);
    // A form that is reset is empty only afterwards.
    const lookLater = () => requestAnimationFrame(look);
    const { form } = current;
    look();
    current.addEventListener("input", look);
    form?.addEventListener("reset", lookLater);
    return () => {
      current.removeEventListener("input", look);
      form?.removeEventListener("reset", lookLater);
    };
  }, [area, limit]);
  return length;
}

const countOf = (text: string): number => lengthOf(cleanText(text).trim());
