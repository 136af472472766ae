import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type Props = {
  caption: string;
  hideCaption?: boolean;
  dense?: boolean;
  className?: string;
  /** `<thead>` and `<tbody>`; give a numeric cell the class `text-end`. */
  children: ReactNode;
};

/** A table that scrolls sideways inside itself on a narrow screen, reachable by keyboard. */
export function Table({ caption, hideCaption, dense, className, children }: Props) {
  return (
    <section aria-label={caption} {...scrollable} className={cn("overflow-x-auto", className)}>
      <table
        className={cn(
          "w-full border-collapse text-start tabular-nums [&_tbody_tr:hover]:bg-sunken [&_td]:align-top [&_th:not(.text-end)]:text-start [&_thead_th]:whitespace-nowrap [&_.text-end]:whitespace-nowrap wrap-break-word [&_thead_th]:align-bottom [&_th]:align-top [&_th]:font-semibold [&_thead]:border-line-strong [&_thead]:border-b [&_tr]:border-line [&_tr]:border-b",
          dense
            ? "text-sm leading-snug [&_td]:px-2 [&_td]:py-1.5 [&_th]:px-2 [&_th]:py-1.5"
            : "[&_td]:px-3 [&_td]:py-2.5 [&_tbody_th]:py-2.5 [&_th]:px-3 [&_th]:py-2",
        )}
      >
        <caption className={hideCaption ? "sr-only" : "pb-2 text-start font-semibold"}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** What scrolls must be reachable without a mouse. */
const scrollable = { tabIndex: 0 };
