"use client";

import { type ReactNode, useCallback, useState } from "react";
import { Toast } from "#components/ui/toast";
import { type Told, ToldContext } from "./told-decision.ts";

/** Around the desk: the last decision with its undo stays in sight while one goes on to the next claim. */
export function UndoToasts({ label, children }: { label: string; children: ReactNode }) {
  const [told, setTold] = useState<Told | null>(null);
  const close = useCallback(() => setTold(null), []);
  return (
    <ToldContext value={setTold}>
      {children}
      {/* Behind the page, whose own key to undo comes first; while that has one, this one does not say that it has. */}
      {told ? (
        <Toast label={label} onClose={close} className='[main:has([data-key="u"])~&_kbd]:hidden'>
          {told.node}
        </Toast>
      ) : null}
    </ToldContext>
  );
}
