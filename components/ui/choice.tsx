import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

type Props = Omit<ComponentProps<"input">, "id"> & { id: string; label: ReactNode; hint?: ReactNode };

/** The device's own radio or checkbox with a large place to press. */
export function Choice({ id, label, hint, className, ...rest }: Props) {
  return (
    <div className={cn("flex items-start gap-3 py-1.5", className)}>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-[0.25em] size-[1.25em] shrink-0 cursor-pointer accent-azurite"
        {...rest}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block cursor-pointer">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-ink-soft text-sm leading-relaxed">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
