"use client";

import { X } from "lucide-react";
import * as Primitive from "radix-ui/dialog";
import { type ReactNode, useState } from "react";
import { useLanguage } from "./language.tsx";

type Props = {
  /** A control that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A question that must be settled before going on; Escape and the cross leave it. */
export function Dialog({ trigger, title, description, children, open, onOpenChange }: Props) {
  const { words } = useLanguage();
  // A dialog without a trigger is made when it opens: what had the focus then gets it back.
  const [before] = useState(() => (trigger ? null : document.activeElement));
  const goBack = (event: Event) => {
    if (!(before instanceof HTMLElement)) return;
    event.preventDefault();
    before.focus();
  };
  const withoutDescription = description ? {} : { "aria-describedby": undefined };
  return (
    <Primitive.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          {...withoutDescription}
          onCloseAutoFocus={goBack}
          className="fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[calc(100%-2rem)] max-w-xl -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded border border-line-strong bg-surface p-5 sm:p-6"
        >
          <div className="flex items-start justify-between gap-4">
            <Primitive.Title className="text-xl">{title}</Primitive.Title>
            <Primitive.Close
              aria-label={words.close}
              className="-m-2 inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </Primitive.Close>
          </div>
          {description ? (
            <Primitive.Description className="mt-1 text-ink-soft">{description}</Primitive.Description>
          ) : null}
          <div className="mt-4">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
