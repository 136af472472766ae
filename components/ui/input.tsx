import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The common look of a text control. */
export const controlLook = "control";

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
