import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "#lib/i18n/messages";

type Area = keyof Messages;

/** Gives the browser components inside it the words of whole areas; around the desk, never around a reader's page. */
export async function ClientMessages({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const messages = await getMessages();
  const chosen = Object.fromEntries(areas.map((area) => [area, messages[area]]));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}
