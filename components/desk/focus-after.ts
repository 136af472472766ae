"use client";

import { useEffect, useRef } from "react";

/** When a decision takes its own form off the page, the focus goes on to what comes next instead of getting lost. */
export function FocusAfter({ change, targets }: { change: number; targets: readonly string[] }) {
  const wanted = targets.join(" ");
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    const lead = () => {
      if (document.activeElement !== document.body) return;
      const found = wanted.split(" ").flatMap((id) => document.getElementById(id) ?? []);
      found[0]?.focus();
      stop.abort();
    };
    // A form that was kept for what is typed in it goes a moment later; whoever goes on meanwhile is left alone.
    const stop = new AbortController();
    const observer = new MutationObserver(lead);
    stop.signal.addEventListener("abort", () => observer.disconnect());
    for (const action of ["keydown", "pointerdown", "focusin"])
      document.addEventListener(action, () => stop.abort(), { signal: stop.signal });
    observer.observe(document.body, { childList: true, subtree: true });
    lead();
    return () => stop.abort();
  }, [change, wanted]);
  return null;
}
