"use client";

import * as Primitive from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { cn } from "./cn.tsx";

/** Rarer actions behind one button. */
export function DropdownMenu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className="z-50 min-w-44 rounded border border-line-strong bg-surface py-1"
      >
        {children}
      </Primitive.Content>
    </Primitive.Root>
  );
}

type ItemProps = {
  children: ReactNode;
  onSelect?: () => void;
  asChild?: boolean;
  danger?: boolean;
  disabled?: boolean;
};

/** One action; with `asChild` it is the link or button inside it. */
export function DropdownMenuItem({ danger, ...rest }: ItemProps) {
  return (
    <Primitive.Item
      className={cn(
        "flex min-h-10 w-full cursor-pointer items-center gap-2 px-3 py-1.5 no-underline data-disabled:cursor-not-allowed data-highlighted:bg-azurite-wash data-disabled:text-ink-soft [&_svg]:size-[1.1em]",
        danger ? "text-vermilion" : "text-ink",
      )}
      {...rest}
    />
  );
}

/** A line between groups of actions. */
export function DropdownMenuSeparator() {
  return <Primitive.Separator className="my-1 border-line border-t" />;
}
