import type { ReactNode } from "react";
import { Part } from "#components/ui/part";

/** A part of a page with its heading. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <Part title={title} look="mb-2 text-lg" className="border-line border-b py-5 last:border-b-0">
      {children}
    </Part>
  );
}
