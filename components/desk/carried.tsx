"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { FormWordsProvider, useFormWords } from "#components/form/words";

/** What is told takes the words of its own part of the desk along: others, where it stays in sight, do without them. */
export function useCarried(): (node: ReactNode) => ReactNode {
  const [locale, messages, words] = [useLocale(), useMessages(), useFormWords()];
  return (node) => (
    <NextIntlClientProvider locale={locale} messages={messages}>
      <FormWordsProvider words={words}>{node}</FormWordsProvider>
    </NextIntlClientProvider>
  );
}
