"use client";

import { Printer } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "#components/ui/button";

/** Opens the print dialogue; without scripts there is no button, and the browser's own menu does it. */
export function PrintButton({ label }: { label: string }) {
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <span hidden={!scripted}>
      <Button variant="secondary" onClick={() => window.print()}>
        <Printer aria-hidden />
        {label}
      </Button>
    </span>
  );
}
