import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type Item = { term: string; detail: ReactNode };

/** Terms with what they are; an item without a detail is left out. */
export function DefinitionList({ items, className }: { items: readonly Item[]; className?: string }) {
  return (
    <dl className={cn("divide-y divide-line border-line border-y", className)}>
      {items
        .filter(({ detail }) => detail !== null && detail !== undefined && detail !== "")
        .map(({ term, detail }) => (
          <div key={term} className="grid gap-x-4 py-2 sm:grid-cols-[9em_1fr] elder:grid-cols-1">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="min-w-0">{detail}</dd>
          </div>
        ))}
    </dl>
  );
}
