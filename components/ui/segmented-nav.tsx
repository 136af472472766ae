import type { ReactNode } from "react";
import { Kbd } from "./kbd.tsx";
import { Link } from "./link.tsx";

type Props<Value> = {
  label: string;
  options: readonly {
    value: Value;
    label: ReactNode;
    count?: number | string | undefined;
    /** The key that goes there. */
    shortcut?: string;
  }[];
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
        {options.map(({ value, label, count, shortcut }) => (
          <li key={value ?? ""}>
            <Link
              href={hrefOf(value)}
              aria-current={value === chosen ? "page" : undefined}
              data-key={shortcut}
              aria-keyshortcuts={shortcut}
            >
              {label}
              {count === undefined ? null : <span>{count}</span>}
              {shortcut ? (
                <i aria-hidden className="not-italic">
                  <Kbd>{shortcut}</Kbd>
                </i>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
