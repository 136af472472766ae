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
      {/* Before the page: while it is told, the key is that of what is told (globals.css). */}
      {told ? (
        <Toast label={label} onClose={close}>
          {told.node}
        </Toast>
      ) : null}
      {children}
    </ToldContext>
  );
}
