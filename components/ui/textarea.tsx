import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlLook } from "./input.tsx";

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className, rows = 5, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(controlLook, "field-sizing-content max-h-[70vh] min-h-32 leading-relaxed", className)}
      {...rest}
    />
  );
}
