import type { ReactNode } from "react";
import { ClientMessages } from "#components/site/client-messages";

/** Gives the desk's browser components their words; a reader's page never carries them. */
export function StaffWords({ children }: { children: ReactNode }) {
  return (
    <ClientMessages areas={["common", "desk", "editorial", "people", "errors", "labels"]}>
      {children}
    </ClientMessages>
  );
}
