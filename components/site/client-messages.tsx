import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { AddMessages } from "./add-messages.tsx";
import type { Words } from "./words.ts";

type Props = {
  /** Areas, or parts of them: `labels`, `desk.triage`. */
  areas: readonly string[];
  children: ReactNode;
};

/**
 * Gives the browser components inside it words, beside those that they have from above; in the desk, never around a reader's
 * page. client-messages.test.ts knows what each page needs.
 */
export async function ClientMessages({ areas, children }: Props) {
  const all: Words = await getMessages();
  return (
    <AddMessages messages={areas.reduce((some, area) => put(some, all, area.split(".")), {})}>
      {children}
    </AddMessages>
  );
}

/** The words with those of one more area, where they stand among all. */
function put(some: Words, all: Words, [name = "", ...rest]: readonly string[]): Words {
  const within = all[name];
  if (rest.length === 0 || typeof within !== "object") return { ...some, [name]: within ?? {} };
  const before = some[name];
  return { ...some, [name]: put(typeof before === "object" ? before : {}, within, rest) };
}
