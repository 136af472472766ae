"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { mergeWords, type Words } from "./words.ts";

/** Words for the browser components inside it, beside those from above. */
export function AddMessages({ messages, children }: { messages: Words; children: ReactNode }) {
  const locale = useLocale();
  const above: Words = useMessages();
  const all = useMemo(() => mergeWords(above, messages), [above, messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
