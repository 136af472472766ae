import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The common look of a text control. */
export const controlLook =
  "block w-full min-w-0 rounded border border-line-strong bg-surface px-3 py-2 text-base text-ink leading-normal placeholder:text-ink-soft disabled:border-line disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-2 aria-invalid:border-vermilion";

/** A line of text; `widthInHan` sizes it to what is expected, which is a hint in itself. */
export function Input({
  className,
  widthInHan,
  style,
  ...rest
}: ComponentProps<"input"> & { widthInHan?: number }) {
  const width = widthInHan ? { maxWidth: `calc(${widthInHan}em + 1.75rem)` } : undefined;
  return (
    <input className={cn(controlLook, "min-h-11", className)} style={{ ...width, ...style }} {...rest} />
  );
}
