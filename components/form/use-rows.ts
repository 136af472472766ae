"use client";

import { type MouseEvent, useEffect, useRef, useState } from "react";
import { changeOrder, countRows, ROWS, type RowChange } from "#lib/web/form";
import type { FormOf } from "./use-form.ts";

/** Rows that come and go: at once, and where there are no scripts by way of the server. */
export function useRows({ ref, state }: FormOf, list: string, count: number) {
  const [keys, setKeys] = useState(() => range(state.typed ? countRows(state.typed, list) : count));
  const next = useRef(keys.length);
  const shown = useRef(keys);
  // Whoever listens to the form hears of it.
  useEffect(() => {
    if (shown.current !== keys) ref.current?.dispatchEvent(new Event("input", { bubbles: true }));
    shown.current = keys;
  }, [keys, ref]);

  const take = (more: number) => range(more).map((row) => next.current + row);
  const change = (what: RowChange, at = keys.length) => {
    const fresh = what === "add" ? take(1) : [];
    next.current += fresh.length;
    setKeys([...changeOrder(keys, what, at), ...fresh]);
  };
  return {
    /** A key for each row; rows from the beginning have their place then for a key. */
    keys,
    /** What makes a button add, remove or raise a row. */
    button: (what: RowChange, at?: number) => ({
      type: "submit" as const,
      name: ROWS,
      value: `${what} ${list} ${at ?? keys.length}`,
      onClick: (event: MouseEvent) => {
        event.preventDefault();
        change(what, at);
      },
    }),
    /** Other rows in the place of all, empty. */
    renew: (rows: number) => {
      const fresh = take(rows);
      next.current += rows;
      setKeys(fresh);
    },
  };
}

const range = (length: number) => Array.from({ length }, (_, at) => at);
