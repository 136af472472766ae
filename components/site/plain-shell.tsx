import type { ReactNode } from "react";

/** The frame of a page that has no header of its own. */
export function PlainShell({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="page-width py-8">
      {children}
    </main>
  );
}
