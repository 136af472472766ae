"use client";

import { type ReactNode, type SetStateAction, useCallback, useEffect, useRef, useState } from "react";
import { Toast } from "#components/ui/toast";
import { type Told, ToldContext } from "./told-decision.ts";

/** Around the desk: the last decision with its undo stays in sight while one goes on to the next claim. */
export function UndoToasts({ label, children }: { label: string; children: ReactNode }) {
  const [told, setTold] = useState<Told | null>(null);
  const toast = useRef<HTMLElement>(null);
  const isInside = useRef(false);
  const tell = useCallback((next: SetStateAction<Told | null>) => {
    isInside.current = toast.current?.contains(document.activeElement) ?? false;
    setTold(next);
  }, []);
  const close = useCallback(() => tell(null), [tell]);
  // What was pressed in it goes with what it told: whoever goes on by keyboard is not sent to the top of the page.
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    (told ? toast.current : document.getElementById("main"))?.focus({ preventScroll: true });
  }, [told]);
  return (
    <ToldContext value={tell}>
      {/* Before the page: while it is told, the key is that of what is told (globals.css). */}
      {told ? (
        <Toast ref={toast} label={label} onClose={close}>
          {told.node}
        </Toast>
      ) : null}
      {children}
    </ToldContext>
  );
}
