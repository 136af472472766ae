import { useLocale } from "next-intl";

export type Named = { zh: string; en: string };

/** The name of a place, topic or member in the reader's language. */
export function useLocalName(): (named: Named) => string {
  const isEnglish = useLocale() === "en";
  return ({ zh, en }) => (isEnglish ? en : zh);
}
