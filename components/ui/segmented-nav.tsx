import type { ReactNode } from "react";
import { Link } from "./link.tsx";

type Props<Value> = {
  label: string;
  options: readonly { value: Value; label: ReactNode; count?: number | string | undefined }[];
  chosen: Value;
  hrefOf: (value: Value) => string;
};

/** Views of one list, side by side; each has an address of its own. */
export function SegmentedNav<Value extends string | undefined>({
  label,
  options,
  chosen,
  hrefOf,
}: Props<Value>) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-line border-b">
      <ul className="-mb-px flex gap-1">
        {options.map(({ value, label, count }) => (
          <li key={value ?? ""}>
            <Link
              href={hrefOf(value)}
              aria-current={value === chosen ? "page" : undefined}
              className="flex min-h-11 items-center gap-2 whitespace-nowrap border-transparent border-b-3 px-3 text-ink-soft no-underline hover:border-line-strong hover:text-ink aria-[current=page]:border-azurite aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {label}
              {count === undefined ? null : (
                <span className="rounded-full bg-sunken px-2 text-ink text-sm tabular-nums leading-relaxed">
                  {count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
