"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Kbd } from "#components/ui/kbd";

type Props = {
  title: ReactNode;
  /** The key that opens it and puts the cursor into its first field. */
  shortcut?: string | undefined;
  /** The name of boxes elsewhere on the page that are to be ticked first: the key leads to them. */
  boxes?: string | undefined;
  open?: boolean | undefined;
  /** Of those with one name, at most one is open. */
  name?: string | undefined;
  /** Without lines, for what is seldom wanted. */
  isQuiet?: boolean | undefined;
  children: ReactNode;
};

/** A decision that is folded away until it is wanted; works without scripts. */
export function Disclosure({ title, shortcut, boxes, open, name, isQuiet, children }: Props) {
  return (
    <details
      open={open || undefined}
      name={name}
      className={isQuiet ? "text-sm" : "-mt-px border-line border-y"}
    >
      <summary
        data-key={shortcut}
        data-boxes={boxes}
        aria-keyshortcuts={shortcut}
        className="flex min-h-11 list-none items-center gap-2 py-1.5 font-medium hover:text-azurite [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight
          aria-hidden
          className="size-[1.1em] shrink-0 transition-transform in-[details[open]>summary]:rotate-90"
        />
        <span className="min-w-0 flex-1">{title}</span>
        {shortcut ? (
          <span aria-hidden>
            <Kbd>{shortcut}</Kbd>
          </span>
        ) : null}
      </summary>
      <div className="pt-1 pb-5">{children}</div>
    </details>
  );
}
