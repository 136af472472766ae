import type { ReactNode } from "react";
import { Link } from "./link.tsx";

type Segment = { href: string; label: ReactNode; current?: boolean; count?: number };

/** Views of one list, side by side; each has an address of its own. */
export function SegmentedNav({ label, items }: { label: string; items: readonly Segment[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-line border-b">
      <ul className="-mb-px flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className="flex min-h-11 items-center gap-2 whitespace-nowrap border-transparent border-b-3 px-3 text-ink-soft no-underline hover:border-line-strong hover:text-ink aria-[current=page]:border-azurite aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="rounded-full bg-sunken px-2 text-ink text-sm tabular-nums leading-relaxed">
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
