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
    <nav aria-label={label} className="segments">
      <ul>
        {options.map(({ value, label, count }) => (
          <li key={value ?? ""}>
            <Link href={hrefOf(value)} aria-current={value === chosen ? "page" : undefined}>
              {label}
              {count === undefined ? null : <span>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
