import type { ReactNode } from "react";
import { DeskFormWords } from "#components/form/desk-words";
import { ClientMessages } from "#components/site/client-messages";

/** What every page of the desk shows in the browser: its keys, what happens meanwhile, and its forms, of which one undoes. */
export const DeskMessages = ({ children }: { children: ReactNode }) => (
  <ClientMessages
    areas={[
      "desk.bulk",
      "desk.keys",
      "desk.live",
      "desk.queue.views",
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
      "labels.role",
    ]}
  >
    <DeskFormWords>{children}</DeskFormWords>
  </ClientMessages>
);

/** The layout of a part of the desk, with the words that its browser components show besides. */
export const deskMessages =
  (...areas: readonly string[]) =>
  ({ children }: { children: ReactNode }) => <ClientMessages areas={areas}>{children}</ClientMessages>;
