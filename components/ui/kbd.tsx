import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-[1.75em] rounded-sm border border-line-strong bg-surface px-1.5 text-center font-mono text-ink text-xs leading-relaxed">
      {children}
    </kbd>
  );
}
