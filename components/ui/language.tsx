"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import type { Locale } from "#lib/i18n/locale";
import type { Messages } from "#lib/i18n/messages";

/** The few words that primitives say themselves in the browser: `common.client`. */
type Words = Messages["common"]["client"];

type Language = { locale: Locale; words: Words };

const Context = createContext<Language | undefined>(undefined);

/** Tells every primitive its language. It weighs nothing, unlike a message formatter in the browser. */
export function LanguageProvider({ children, ...language }: Language & { children: ReactNode }) {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  // What is inside has taken up by now what was done before: the page hears its reader (public/start.js).
  useEffect(() => {
    if (isAwake) document.dispatchEvent(new Event("bianzhen:awake"));
  }, [isAwake]);
  return <Context value={language}>{children}</Context>;
}

/** The language of the page, for browser components. */
export function useLanguage(): Language {
  const language = use(Context);
  if (!language) throw new Error("LanguageProvider is missing above this component.");
  return language;
}

/** One of the primitives' words, for components that render on the server too. */
export function Word({ name }: { name: keyof Words }) {
  return useLanguage().words[name];
}
