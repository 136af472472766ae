"use client";

import { X } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { useLanguage } from "./language.tsx";

type Props = { ref?: Ref<HTMLElement>; label: string; onClose: () => void; children: ReactNode };

/** What has just been done, at the edge of the page until it is closed or something else is done: no clock takes it away. */
export function Toast({ ref, label, onClose, children }: Props) {
  const { words } = useLanguage();
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      aria-label={label}
      data-print="hide"
      className="fixed start-4 bottom-14 z-30 flex max-h-[60dvh] w-[min(26rem,calc(100vw-2rem))] items-start gap-2 overflow-y-auto rounded border border-ink bg-surface py-3 ps-4 pe-1"
    >
      <div className="min-w-0 flex-1 space-y-2 text-sm leading-snug">{children}</div>
      <button
        type="button"
        aria-label={words.close}
        onClick={onClose}
        className="-my-2 inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded hover:bg-sunken"
      >
        <X aria-hidden className="size-4" />
      </button>
    </aside>
  );
}
