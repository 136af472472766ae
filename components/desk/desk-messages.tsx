import type { ReactNode } from "react";
import { DeskFormWords } from "#components/form/desk-words";
import { ClientMessages } from "#components/site/client-messages";

/** The words of the forms inside it; those of what they show besides come from around it. */
export const FormMessages = ({ children }: { children: ReactNode }) => (
  <ClientMessages
    areas={[
      "desk.undo",
      "errors.BAD_REQUEST",
      "errors.BUSY",
      "errors.CONFLICT",
      "errors.FULL",
      "errors.RATE_LIMITED",
      "errors.UNAVAILABLE",
      "errors.VALIDATION",
      "errors.field",
      "form",
    ]}
  >
    <DeskFormWords>{children}</DeskFormWords>
  </ClientMessages>
);

/** The layout of a part of the desk whose pages have forms, with the words that its browser components show. */
export const deskMessages =
  (...areas: readonly string[]) =>
  ({ children }: { children: ReactNode }) => (
    <ClientMessages areas={areas}>
      <FormMessages>{children}</FormMessages>
    </ClientMessages>
  );
