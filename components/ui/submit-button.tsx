"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";
import { useLanguage } from "./language.tsx";

type Props = Omit<ComponentProps<typeof Button>, "type" | "disabled"> & { pendingText?: string };

/** Submits its form once: while the answer is awaited it says so, keeps its focus and ignores further clicks. */
export function SubmitButton({ children, pendingText, onClick, ...rest }: Props) {
  const { words } = useLanguage();
  const { pending } = useFormStatus();
  const once = (event: MouseEvent<HTMLButtonElement>) =>
    pending ? event.preventDefault() : onClick?.(event);
  return (
    <Button type="submit" aria-disabled={pending || undefined} onClick={once} {...rest}>
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      <span aria-live="polite">{pending ? (pendingText ?? words.pending) : children}</span>
    </Button>
  );
}
