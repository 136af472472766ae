"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { scannedReceipt } from "./scanned-receipt.ts";

/** Forgets the report that is shown; by itself when the page was opened to show another one. */
export function LeaveForm({ leave, children }: { leave: () => Promise<void>; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (scannedReceipt()) form.current?.requestSubmit();
  }, []);
  return (
    <form ref={form} action={leave} className="border-line border-t pt-5" data-print="hide">
      {children}
    </form>
  );
}
