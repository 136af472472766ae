"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { useScripted } from "#components/ui/scripted.ts";

/**
 * Keeps what was typed into an area before the scripts had loaded: React takes up an area that came with a text by
 * setting that text anew, and what was typed would be lost.
 */
export function useEarlyText(id: string) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const isScripted = useScripted();
  const [early] = useState(() => (isScripted ? null : textIn(id)));
  useLayoutEffect(() => {
    const { current } = ref;
    if (early === null || !current || current.value === early) return;
    current.value = early;
    // Whoever listens to what is typed hears of it.
    current.dispatchEvent(new Event("input", { bubbles: true }));
  }, [early]);
  return ref;
}

/** What stands in an area of the page; nothing where there is no page, on the server. */
function textIn(id: string): string | null {
  if (typeof document === "undefined") return null;
  const area = document.getElementById(id);
  return area instanceof HTMLTextAreaElement ? area.value : null;
}
