import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A file to choose, by the browser's own button in the looks of ours. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      type="file"
      className={cn(
        "block min-h-11 w-full cursor-pointer rounded border border-line-strong bg-surface p-1.5 file:me-3 file:min-h-8 file:cursor-pointer file:rounded-sm file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink",
        className,
      )}
      {...rest}
    />
  );
}
