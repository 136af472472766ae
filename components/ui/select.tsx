import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlLook } from "./input.tsx";

/** The device's own list of choices: phones and screen readers know it best. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={cn("choice", className)}>
      <select className={controlLook} {...rest} />
    </span>
  );
}
