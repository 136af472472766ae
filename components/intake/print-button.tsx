"use client";

import { Printer } from "lucide-react";
import { Button } from "#components/ui/button";
import { useScripted } from "#components/ui/scripted.ts";

/** Opens the print dialogue; without scripts there is no button, and the browser's own menu does it. */
export function PrintButton({ label }: { label: string }) {
  const scripted = useScripted();
  return (
    <span hidden={!scripted}>
      <Button variant="secondary" onClick={() => window.print()}>
        <Printer aria-hidden />
        {label}
      </Button>
    </span>
  );
}
