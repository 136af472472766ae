import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlLook } from "./input.tsx";

/** The device's own list of choices: phones and screen readers know it best. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block max-w-full", className)}>
      <select className={cn(controlLook, "min-h-11 appearance-none truncate pe-10")} {...rest} />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-e-3 top-1/2 size-5 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}
