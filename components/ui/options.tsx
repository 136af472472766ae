import type { ReactNode } from "react";

type Props<Value> = { values: readonly Value[]; word: (value: Value) => ReactNode };

/** The options of a native list, each by its word. */
export function Options<Value extends string | number>({ values, word }: Props<Value>) {
  return values.map((value) => (
    <option key={value} value={value}>
      {word(value)}
    </option>
  ));
}
