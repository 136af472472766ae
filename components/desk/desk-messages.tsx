import type { ReactNode } from "react";
import { DeskFormWords } from "#components/form/desk-words";
import { ClientMessages } from "#components/site/client-messages";

const ofForms = [
  "desk.live.first",
  "desk.live.reason",
  "form",
  "errors.field",
  "errors.BAD_REQUEST",
  "errors.BUSY",
  "errors.CONFLICT",
  "errors.FULL",
  "errors.RATE_LIMITED",
  "errors.UNAVAILABLE",
  "errors.VALIDATION",
];

/** The words of a form in the browser, and of the areas that it shows. */
export function FormMessages({ areas = [], children }: { areas?: readonly string[]; children: ReactNode }) {
  return (
    <ClientMessages areas={[...ofForms, ...areas]}>
      <DeskFormWords>{children}</DeskFormWords>
    </ClientMessages>
  );
}

/** The layout of a part of the desk whose pages have forms, with the words that its browser components show. */
export const deskMessages =
  (...areas: readonly string[]) =>
  ({ children }: { children: ReactNode }) => <FormMessages areas={areas}>{children}</FormMessages>;
