"use client";

import { useEffect, useRef } from "react";

/** When a decision takes its own form off the page, the focus goes on to what comes next instead of getting lost. */
export function FocusAfter({ change, target }: { change: number; target: string }) {
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    if (document.activeElement === document.body) document.getElementById(target)?.focus();
  }, [change, target]);
  return null;
}
